package io.helyos.model.deployment;

import static io.helyos.model.deployment.Shop.API;
import static io.helyos.model.deployment.Shop.deploy;

import io.helyos.model.DeploymentId;
import io.helyos.model.RandomWalk;
import io.helyos.model.deployment.Deployment.Active;
import io.helyos.model.deployment.DeploymentCommand.PauseRollout;
import io.helyos.model.deployment.DeploymentCommand.Remove;
import io.helyos.model.deployment.DeploymentCommand.ReportPod;
import io.helyos.model.deployment.DeploymentCommand.ReportSteady;
import io.helyos.model.deployment.DeploymentCommand.Restart;
import io.helyos.model.deployment.DeploymentCommand.Resume;
import io.helyos.model.deployment.DeploymentCommand.ResumeRollout;
import io.helyos.model.deployment.DeploymentCommand.ReviewRollout;
import io.helyos.model.deployment.DeploymentCommand.Rollback;
import io.helyos.model.deployment.DeploymentCommand.Scale;
import io.helyos.model.deployment.DeploymentCommand.Stop;
import io.helyos.model.deployment.DeploymentCommand.Suspend;
import io.helyos.model.pod.PodReport;
import io.helyos.model.pod.PodReport.Phase;
import io.helyos.model.pod.Setbacks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// What users, pods and timers may say to a deployment, drawn at random.
final class DeploymentDice {
  private DeploymentDice() {}

  static DeploymentCommand command(Random dice, Deployment state) {
    return switch (dice.nextInt(32)) {
      case 0, 1, 2 -> deploy("nginx:" + dice.nextInt(3), dice.nextInt(6), policy(dice));
      case 3, 4 -> new Scale(API, dice.nextInt(6));
      case 5 -> new Stop(API);
      case 6 -> dice.nextInt(3) == 0 ? new Remove(API) : new Restart(API);
      case 7 -> new Suspend(API);
      case 8, 9 -> new Resume(API);
      case 10 -> new Scale(new DeploymentId("shop-api", "x"), 3);
      case 11 -> new Rollback(API, Optional.empty());
      case 12 -> new Rollback(API, Optional.of(dice.nextInt(6)));
      case 13 -> new PauseRollout(API);
      case 14, 15 -> new ResumeRollout(API);
      case 16 -> new ReviewRollout(API);
      case 17 -> steady(dice, state);
      default -> new ReportPod(API, report(dice, state));
    };
  }

  private static ReportSteady steady(Random dice, Deployment state) {
    var index = dice.nextInt(4);
    var slot = state instanceof Active active ? active.slots().get(index) : Optional.<Slot>empty();
    return new ReportSteady(
        API, index, slot.map(Slot::incarnation).orElse(0L), slot.map(Slot::attempt).orElse(0));
  }

  private static UpdatePolicy policy(Random dice) {
    var policy =
        RandomWalk.pick(
            dice,
            List.of(
                UpdatePolicy.rolling(1, 0),
                UpdatePolicy.rolling(0, 1),
                UpdatePolicy.rolling(2, 1),
                UpdatePolicy.rolling(3, 9),
                UpdatePolicy.rolling(1, 0).recreating(),
                UpdatePolicy.rolling(1, 0).rollingBack()));
    return dice.nextInt(3) == 0 ? policy.withMinReady(Duration.ofSeconds(30)) : policy;
  }

  /// Mostly of what a slot has, and mostly good; sometimes of a life long gone.
  private static PodReport report(Random dice, Deployment state) {
    var phase = dice.nextBoolean() ? Phase.RUNNING : RandomWalk.pick(dice, List.of(Phase.values()));
    var index = dice.nextInt(8);
    if (phase == Phase.GONE) return new PodReport(index, 0, 0, 0, phase);
    var slot = state instanceof Active active ? active.slots().get(index) : Optional.<Slot>empty();
    var revision = slot.map(Slot::revision).orElse(1);
    return new PodReport(
        index,
        dice.nextInt(6) == 0 ? Math.max(1, revision - 1) : revision,
        slot.map(Slot::incarnation).orElse(0L) + dice.nextInt(3) - (dice.nextInt(5) == 0 ? 1 : 0),
        dice.nextInt(4),
        phase,
        new Setbacks(dice.nextInt(4), dice.nextInt(3), dice.nextInt(8) == 0, Optional.empty()),
        dice.nextBoolean() ? "repo@sha256:" + revision : "");
  }
}
