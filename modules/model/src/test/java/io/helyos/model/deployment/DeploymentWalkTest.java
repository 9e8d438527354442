package io.helyos.model.deployment;

import static io.helyos.model.deployment.Shop.API;
import static io.helyos.model.deployment.Shop.deploy;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.DeploymentId;
import io.helyos.model.RandomWalk;
import io.helyos.model.deployment.Deployment.Active;
import io.helyos.model.deployment.DeploymentCommand.Deploy;
import io.helyos.model.deployment.DeploymentCommand.Remove;
import io.helyos.model.deployment.DeploymentCommand.ReportPod;
import io.helyos.model.deployment.DeploymentCommand.Resume;
import io.helyos.model.deployment.DeploymentCommand.Scale;
import io.helyos.model.deployment.DeploymentCommand.Stop;
import io.helyos.model.deployment.DeploymentCommand.Suspend;
import io.helyos.model.deployment.DeploymentEffect.EnsureNoPod;
import io.helyos.model.deployment.DeploymentEffect.EnsurePod;
import io.helyos.model.deployment.DeploymentEvent.SlotUpdated;
import io.helyos.model.pod.PodReport;
import io.helyos.model.pod.PodReport.Phase;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeploymentWalkTest {
  private static final String SEEDS = "io.helyos.model.RandomWalk#seeds";

  private final DeploymentLifecycle deployment = new DeploymentLifecycle();

  private RandomWalk<DeploymentCommand, DeploymentEvent, Deployment, DeploymentEffect> walk(
      long seed) {
    return RandomWalk.of(deployment, seed, DeploymentWalkTest::draw);
  }

  private static DeploymentCommand draw(Random dice, Deployment state, Instant now) {
    return switch (dice.nextInt(16)) {
      case 0, 1 -> deploy("nginx:" + dice.nextInt(3), dice.nextInt(6));
      case 2, 3 -> new Scale(API, dice.nextInt(6));
      case 4 -> new Stop(API);
      case 5 -> new Remove(API);
      case 6 -> new Suspend(API);
      case 7 -> new Resume(API);
      case 8 -> new Scale(new DeploymentId("shop-api", "x"), 3);
      default -> new ReportPod(API, report(dice, state));
    };
  }

  /// Mostly of a revision that a slot may have, sometimes of a life long gone.
  private static PodReport report(Random dice, Deployment state) {
    var newest = state instanceof Active active ? active.revision() : 1;
    var phase = RandomWalk.pick(dice, List.of(Phase.values()));
    var revision = phase == Phase.GONE ? 0 : Math.max(1, newest - dice.nextInt(3));
    return new PodReport(dice.nextInt(7), revision, dice.nextInt(4), dice.nextInt(4), phase);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void replay_equals_live(long seed) {
    walk(seed).replayEqualsLive();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void whatever_is_asked_twice_changes_nothing_the_second_time(long seed) {
    walk(seed)
        .repeatingChangesNothing(
            Deploy.class, Scale.class, Stop.class, Suspend.class, Resume.class, ReportPod.class);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void exactly_the_wanted_slots_have_pods_and_all_others_are_taken_away(long seed) {
    walk(seed)
        .forEachStep(step -> {
          if (!(step.after() instanceof Active active)) return;
          var wanted = new HashSet<Integer>();
          for (var effect : deployment.effects(active)) {
            if (effect instanceof EnsurePod(var a)) wanted.add(a.pod().index());
            if (effect instanceof EnsureNoPod(var pod)) {
              assertThat(pod.index() >= active.replicas() || isGoing(active)).isTrue();
            }
          }
          if (!active.wantsPods()) {
            assertThat(wanted).isEmpty();
            return;
          }
          for (var index = 0; index < active.replicas(); index++) {
            assertThat(wanted.remove(index)).as("slot %d is wanted", index).isTrue();
          }
          assertThat(wanted).isEmpty();
        });
  }

  private static boolean isGoing(Active active) {
    return active.mode() == Deployment.Mode.REMOVING;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void revisions_only_grow(long seed) {
    walk(seed)
        .forEachStep(step ->
            assertThat(revision(step.after())).isGreaterThanOrEqualTo(revision(step.before())));
  }

  private static int revision(Deployment deployment) {
    return switch (deployment) {
      case Deployment.Absent(_, var last) -> last;
      case Active active -> active.revision();
    };
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void no_running_pod_is_replaced_while_a_new_one_is_not_up(long seed) {
    walk(seed)
        .forEachStep(step -> {
          for (var event : step.events()) {
            if (!(event instanceof SlotUpdated(var index, _, var newest))) continue;
            var before = Shop.active(step.before()).slots().get(index);
            if (before.filter(Slot::isRunning).isEmpty() || !(step.after() instanceof Active now)) {
              continue;
            }
            // A running pod was given up: it is the only new one that is not up yet.
            var waiting = new HashSet<Integer>();
            now.slots()
                .forEach((i, slot) -> {
                  var done = slot.isRunning() || slot.phase() == Phase.COMPLETED;
                  if (i < now.replicas() && slot.revision() == newest && !done) waiting.add(i);
                });
            if (step.command() instanceof ReportPod(_, var r) && r.index() == index) continue;
            assertThat(waiting).containsExactly(index);
          }
        });
  }
}
