package io.helyos.cli.deploy;

import io.helyos.client.HelyosClient;
import io.helyos.client.Listing;
import io.helyos.contract.resource.DeploymentResource;
import io.helyos.contract.resource.PodResource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Looks at all deployments that were sent.
final class Rollouts {
  private final HelyosClient client;
  private final List<Sent> sent;

  Rollouts(HelyosClient client, List<Sent> sent) {
    this.client = client;
    this.sent = sent;
  }

  /// Two requests for each project, however many deployments it has.
  List<Rollout> look() {
    var all = new ArrayList<Rollout>();
    for (var project : sent.stream().map(Sent::project).distinct().toList()) {
      var deployments = client.deployments(Listing.of(project));
      var pods =
          client.pods(Listing.of(project)).stream()
              .collect(Collectors.groupingBy(PodResource::deploymentName));
      sent.stream()
          .filter(it -> it.project().equals(project))
          .map(it -> seen(it, deployments, pods.getOrDefault(it.name(), List.of())))
          .forEach(all::add);
    }
    return all;
  }

  private static Rollout seen(
      Sent sent, List<DeploymentResource> deployments, List<PodResource> pods) {
    var now = deployments.stream().filter(it -> it.name().equals(sent.name())).findFirst();
    var rollout = new Rollout(sent.project(), sent.name(), sent.revision(), now, pods);
    sent.watch().settled(rollout.verdict() != Rollout.Verdict.GOING);
    return rollout;
  }
}
