package io.helyos.model.deployment;

import io.helyos.model.DeploymentId;
import io.helyos.model.PodId;
import io.helyos.model.pod.Assignment;
import java.time.Instant;

/// What a deployment needs from its project and its pods.
public sealed interface DeploymentEffect {
  /// The project knows that it has this deployment.
  ///
  /// @param suspended as the deployment believes its project to be; a late word may have misled it
  record EnsureListed(DeploymentId id, boolean suspended) implements DeploymentEffect {}

  /// The project has forgotten it.
  record EnsureUnlisted(DeploymentId id) implements DeploymentEffect {}

  record EnsurePod(Assignment assignment) implements DeploymentEffect {}

  /// The pod is stopped, its definition kept.
  record EnsureStopped(PodId pod) implements DeploymentEffect {}

  record EnsureNoPod(PodId pod) implements DeploymentEffect {}

  /// It has a pod on exactly the nodes that match.
  ///
  /// @param nodes as it knows them
  record EnsureOnEach(DeploymentId id, EveryNode nodes) implements DeploymentEffect {}

  /// It is known whether a new pod still stands when it has been ready for long enough. That it was
  /// not heard to have ended is not enough: news can be late.
  ///
  /// @param at when it is looked at
  record EnsureSteady(PodId pod, long incarnation, int attempt, Instant at)
      implements DeploymentEffect {}

  record WakeAt(Instant time, DeploymentCommand command) implements DeploymentEffect {}
}
