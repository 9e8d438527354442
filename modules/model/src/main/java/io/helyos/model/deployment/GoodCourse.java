package io.helyos.model.deployment;

import io.helyos.model.Decision.Accepted;
import io.helyos.model.deployment.DeploymentCommand.ReportNodes;
import io.helyos.model.deployment.DeploymentCommand.ReportPod;
import io.helyos.model.deployment.DeploymentCommand.ReportSteady;
import io.helyos.model.deployment.DeploymentCommand.ReviewRollout;
import io.helyos.model.deployment.DeploymentEffect.EnsureNoPod;
import io.helyos.model.deployment.DeploymentEffect.EnsureOnEach;
import io.helyos.model.deployment.DeploymentEffect.EnsurePod;
import io.helyos.model.deployment.DeploymentEffect.EnsureSteady;
import io.helyos.model.pod.Assignment;
import io.helyos.model.pod.PodReport;
import io.helyos.model.pod.PodReport.Phase;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/// The course of a rollout in which every pod does what is wanted of it.
final class GoodCourse {
  private final DeploymentLifecycle lifecycle = new DeploymentLifecycle();
  private final Function<EveryNode, Map<String, Boolean>> seen;
  private Deployment state;
  private Instant now;

  GoodCourse(Deployment state, Instant now, Function<EveryNode, Map<String, Boolean>> seen) {
    this.state = state;
    this.now = now;
    this.seen = seen;
  }

  Deployment state() {
    return state;
  }

  /// Whether anything was still to be done.
  boolean goOn() {
    var before = state;
    for (var effect : DeploymentEffects.of(before)) {
      if (effect instanceof EnsureOnEach(var id, var nodes)) {
        tell(new ReportNodes(id, seen.apply(nodes)));
      }
      if (effect instanceof EnsurePod(var assignment)) up(assignment);
      if (effect instanceof EnsureNoPod(var pod)) {
        tell(new ReportPod(pod.owner(), new PodReport(pod.index(), 0, 0, 0, Phase.GONE)));
      }
    }
    if (state instanceof Deployment.Active active) {
      now = now.plus(active.minReady());
      tell(new ReviewRollout(active.id()));
    }
    steady();
    return !state.equals(before);
  }

  private void up(Assignment assignment) {
    if (!(state instanceof Deployment.Active active)) return;
    active
        .slots()
        .get(assignment.pod().index())
        .filter(slot -> slot.revision() == assignment.revision() && !slot.isUp())
        .ifPresent(slot -> tell(running(assignment, slot)));
  }

  private void steady() {
    for (var effect : DeploymentEffects.of(state)) {
      if (effect instanceof EnsureSteady(var pod, var incarnation, var attempt, _)) {
        tell(new ReportSteady(pod.owner(), pod.index(), incarnation, attempt));
      }
    }
  }

  private static ReportPod running(Assignment assignment, Slot slot) {
    var pod = assignment.pod();
    var life = slot.incarnation() + 1;
    return new ReportPod(
        pod.owner(), new PodReport(pod.index(), slot.revision(), life, 1, Phase.RUNNING));
  }

  private void tell(DeploymentCommand command) {
    if (lifecycle.decide(state, command, now) instanceof Accepted<DeploymentEvent>(var all)) {
      for (var event : all) state = lifecycle.evolve(state, event);
    }
  }
}
