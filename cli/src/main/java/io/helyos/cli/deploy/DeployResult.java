package io.helyos.cli.deploy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.helyos.contract.resource.PodResource;
import java.util.List;

/// What a deploy came to, for programs.
///
/// @param file as the person named it
/// @param status `running`, `failed`, `stopped`, `rolled-back`, `paused`, `timeout`, `interrupted`
///   or `detached`
/// @param change id of the change
/// @param ready pods that are as they should be
@JsonNaming(SnakeCaseStrategy.class)
record DeployResult(
    String file,
    String project,
    String name,
    String status,
    String change,
    long revision,
    int replicas,
    int ready,
    double seconds,
    List<Pod> pods) {
  /// A pod at the end of the deploy.
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Pod(String name, String status, String reason, String message, List<String> lastLines) {
    static Pod of(PodResource pod) {
      return new Pod(pod.name(), pod.status().word(), pod.reason(), pod.message(), pod.lastLines());
    }
  }

  static DeployResult of(Sent sent, Rollout end, String status) {
    return new DeployResult(
        sent.spec().file().origin(),
        sent.project(),
        sent.name(),
        status,
        sent.changeId(),
        sent.revision(),
        end.wanted(),
        end.good(),
        sent.watch().seconds(),
        end.pods().stream().map(Pod::of).toList());
  }

  /// Nobody looked at the pods.
  static DeployResult unwatched(Sent sent, String status) {
    var replicas = sent.spec().spec().replicas();
    return new DeployResult(
        sent.spec().file().origin(),
        sent.project(),
        sent.name(),
        status,
        sent.changeId(),
        sent.revision(),
        replicas,
        sent.change().object().map(it -> it.ready()).orElse(0),
        sent.watch().seconds(),
        List.of());
  }
}
