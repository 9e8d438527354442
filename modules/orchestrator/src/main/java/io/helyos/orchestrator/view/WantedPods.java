package io.helyos.orchestrator.view;

import io.helyos.model.PodId;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.deployment.DeploymentEffect;
import io.helyos.model.deployment.DeploymentEffect.EnsureNoPod;
import io.helyos.model.deployment.DeploymentEffect.EnsurePod;
import io.helyos.model.deployment.DeploymentLifecycle;
import io.helyos.model.pod.Assignment;
import io.helyos.model.pod.Life;
import io.helyos.model.pod.Pod;
import io.helyos.model.pod.PodEvent.PodAssigned;
import io.helyos.model.pod.PodEvent.PodStopping;
import io.helyos.model.pod.PodLifecycle;
import io.helyos.model.view.Row;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The pods of a list as their deployments want them. A deployment answers before its pods have
/// heard, and whoever reads after that answer is to see what was decided: a pod to come is pending,
/// one to go is stopping.
final class WantedPods {
  private static final DeploymentLifecycle DEPLOYMENTS = new DeploymentLifecycle();
  private static final PodLifecycle PODS = new PodLifecycle();

  private WantedPods() {}

  /// Puts what a deployment wants over what its pods have heard so far.
  static void foresee(Row<Deployment> owner, Map<PodId, Row<Pod>> heard) {
    for (DeploymentEffect effect : DEPLOYMENTS.effects(owner.state())) {
      switch (effect) {
        case EnsurePod(var assignment) ->
            heard.computeIfAbsent(assignment.pod(), _ -> toCome(assignment, owner));
        case EnsureNoPod(var pod) -> heard.computeIfPresent(pod, (_, row) -> toGo(row));
        case DeploymentEffect.EnsureStopped _,
            DeploymentEffect.EnsureListed _,
            DeploymentEffect.EnsureUnlisted _,
            DeploymentEffect.EnsureOnEach _,
            DeploymentEffect.EnsureSteady _,
            DeploymentEffect.WakeAt _ -> {}
      }
    }
  }

  private static Row<Pod> toCome(Assignment assignment, Row<Deployment> owner) {
    var pending = PODS.evolve(PODS.initial(), new PodAssigned(assignment));
    return new Row<>(assignment.pod().entity(), pending, 0, owner.updatedAt(), owner.updatedAt());
  }

  /// Null for a pod that has nothing to stop.
  private static @Nullable Row<Pod> toGo(Row<Pod> row) {
    var pod = row.state();
    if (pod instanceof Pod.Stopping) return row;
    if (pod.placed().isEmpty()) return null;
    var incarnation = pod.lived().map(Life::incarnation).orElseThrow();
    var stopping = PODS.evolve(pod, new PodStopping(incarnation, Pod.After.REMOVE));
    return new Row<>(row.id(), stopping, row.sequence(), row.createdAt(), row.updatedAt());
  }
}
