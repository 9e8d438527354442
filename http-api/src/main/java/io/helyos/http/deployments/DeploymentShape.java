package io.helyos.http.deployments;

import io.helyos.contract.resource.DeploymentResource;
import io.helyos.contract.resource.DeploymentStatus;
import io.helyos.http.naming.Found;
import io.helyos.http.naming.Ids;
import io.helyos.http.naming.Names;
import io.helyos.http.rollouts.RolloutMessage;
import io.helyos.http.rollouts.RolloutShape;
import io.helyos.http.spec.PlacementFields;
import io.helyos.http.spec.SpecShape;
import io.helyos.http.spec.TemplateFields;
import io.helyos.http.spec.UpdateFields;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.deployment.Deployment.Mode;
import io.helyos.model.pod.PodStatus;
import io.helyos.model.view.View;
import java.time.Instant;

/// A deployment in the shape that clients read.
final class DeploymentShape {
  private DeploymentShape() {}

  static DeploymentResource of(Found<Deployment.Active> found, View view, Ids ids) {
    var deployment = found.state();
    var status = io.helyos.model.deployment.DeploymentStatus.of(deployment);
    var id = deployment.id();
    return new DeploymentResource(
        ids.of(id.entity()),
        SpecShape.of(deployment),
        DeploymentStatus.valueOf(status.name()),
        found.createdAt(),
        found.updatedAt(),
        id.name(),
        id.project(),
        deployment.revision(),
        io.helyos.model.deployment.DeploymentStatus.ready(deployment),
        deployment.replicas(),
        message(deployment, view),
        deployment.labels(),
        TemplateFields.of(deployment.template()),
        UpdateFields.of(deployment.update()),
        PlacementFields.of(deployment.everyNode()),
        RolloutShape.of(deployment),
        deployment.expires().orElse(null));
  }

  private static String message(Deployment.Active deployment, View view) {
    if (deployment.mode() == Mode.REMOVING) {
      return deployment
          .expires()
          .filter(at -> !at.isAfter(Instant.now()))
          .map(at -> "It expired at %s and is being removed.".formatted(at))
          .orElse("It is being removed.");
    }
    if (deployment.suspended()) {
      return "Its project is suspended. `helyos project resume %s` brings it back."
          .formatted(deployment.id().project());
    }
    if (deployment.mode() == Mode.STOPPED) {
      return "It is stopped. Scaling or deploying it brings it back.";
    }
    var rollout = RolloutMessage.of(deployment);
    if (!rollout.isEmpty()) return rollout;
    var ready = io.helyos.model.deployment.DeploymentStatus.ready(deployment);
    return ready == deployment.replicas() ? "" : trouble(deployment, view);
  }

  /// What the first pod in trouble says.
  private static String trouble(Deployment.Active deployment, View view) {
    return Names.pods(view, deployment.id())
        .flatMap(pod ->
            PodStatus.trouble(pod.state())
                .map(why ->
                    "%s: %s %s"
                        .formatted(
                            pod.state().lived().orElseThrow().assignment().pod().podName(),
                            why.reason(),
                            why.message()))
                .stream())
        .findFirst()
        .orElse("");
  }
}
