package io.helyos.model.deployment;

import io.helyos.model.Decision.Accepted;
import io.helyos.model.deployment.DeploymentCommand.ReportPod;
import io.helyos.model.deployment.DeploymentCommand.ReportSteady;
import io.helyos.model.deployment.DeploymentCommand.ReviewRollout;
import io.helyos.model.deployment.DeploymentEffect.EnsureNoPod;
import io.helyos.model.deployment.DeploymentEffect.EnsurePod;
import io.helyos.model.deployment.DeploymentEffect.EnsureSteady;
import io.helyos.model.pod.PodReport;
import io.helyos.model.pod.PodReport.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/// Pods that do what they are told, without any trouble.
final class Calm {
  private final DeploymentLifecycle lifecycle = new DeploymentLifecycle();
  private Deployment state;
  private Instant now;

  Calm(Deployment state, Instant now) {
    this.state = state;
    this.now = now;
  }

  Deployment state() {
    return state;
  }

  void tell(DeploymentCommand command) {
    if (lifecycle.decide(state, command, now) instanceof Accepted<DeploymentEvent>(var events)) {
      for (var event : events) state = lifecycle.evolve(state, event);
    }
  }

  /// Everybody does what is wanted of them now, and half a minute passes.
  void round() {
    for (var effect : Set.copyOf(lifecycle.effects(state))) {
      switch (effect) {
        case EnsurePod(var wanted) -> tell(new ReportPod(Shop.API, up(wanted.pod().index())));
        case EnsureNoPod(var pod) -> tell(Shop.reportGone(pod.index()));
        default -> {}
      }
    }
    now = now.plus(Duration.ofSeconds(31));
    for (var effect : Set.copyOf(lifecycle.effects(state))) {
      if (effect instanceof EnsureSteady(var pod, var life, var attempt, _)) {
        tell(new ReportSteady(Shop.API, pod.index(), life, attempt));
      }
    }
    tell(new ReviewRollout(Shop.API));
  }

  private PodReport up(int index) {
    var slot = ((Deployment.Active) state).slots().get(index).orElse(Slot.fresh(0));
    return new PodReport(index, slot.revision(), slot.incarnation() + 1, 1, Phase.RUNNING);
  }
}
