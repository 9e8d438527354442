package io.helyos.cli.run;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.helyos.contract.resource.PodResource;
import io.helyos.contract.resource.PodStatus;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a run came to, for programs.
///
/// @param status `running`, `completed`, `failed`, `timeout` or `detached`
/// @param exitCode of the container, if it has ended
/// @param change id of the change
@JsonNaming(SnakeCaseStrategy.class)
record RunResult(
    String project,
    String name,
    String pod,
    String status,
    String reason,
    String message,
    @Nullable Integer exitCode,
    String change,
    double seconds,
    List<String> lastLines) {
  /// @param pod as it was seen last, empty when nobody looked or nothing was there
  static RunResult of(
      RunSpec spec, String change, Optional<PodResource> pod, String waited, double seconds) {
    return new RunResult(
        spec.project(),
        spec.name(),
        spec.pod(),
        pod.flatMap(RunResult::end).orElse(waited),
        pod.map(PodResource::reason).orElse(""),
        pod.map(PodResource::message).orElse(""),
        pod.map(PodResource::exitCode).orElse(null),
        change,
        seconds,
        pod.map(PodResource::lastLines).orElse(List.of()));
  }

  /// Empty while there is something to wait for.
  static Optional<String> end(PodResource pod) {
    return switch (pod.status()) {
      case RUNNING -> pod.ready() ? Optional.of("running") : Optional.empty();
      case FAILED, STOPPED ->
          Optional.of(pod.reason().equals("Completed") ? "completed" : "failed");
      case CRASH_LOOP_BACKOFF -> Optional.of("failed");
      // What never ran is tried again, but the same command on the same image will not do better.
      case RESTARTING ->
          pod.reason().equals("Error") ? Optional.of("failed") : Optional.<String>empty();
      case PENDING, CREATING, STOPPING -> Optional.empty();
    };
  }

  boolean succeeded() {
    return switch (status) {
      case "running", "completed", "detached" -> true;
      default -> false;
    };
  }

  static boolean hasEnded(PodResource pod) {
    return pod.status() == PodStatus.FAILED || pod.status() == PodStatus.STOPPED;
  }
}
