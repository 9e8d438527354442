package io.helyos.model.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.Decision;
import io.helyos.model.PodId;
import io.helyos.model.RandomWalk;
import io.helyos.model.deployment.Deployment.Active;
import io.helyos.model.deployment.DeploymentCommand.Deploy;
import io.helyos.model.deployment.DeploymentCommand.ReportPod;
import io.helyos.model.deployment.DeploymentCommand.Resume;
import io.helyos.model.deployment.DeploymentCommand.Scale;
import io.helyos.model.deployment.DeploymentCommand.Stop;
import io.helyos.model.deployment.DeploymentCommand.Suspend;
import io.helyos.model.deployment.DeploymentEffect.EnsureNoPod;
import io.helyos.model.deployment.DeploymentEffect.EnsurePod;
import java.time.Instant;
import java.util.HashSet;
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
    return DeploymentDice.command(dice, state);
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
            Scale.class, Stop.class, Suspend.class, Resume.class, ReportPod.class);
  }

  /// Unless it failed: then the same deploy is another try.
  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void what_is_deployed_twice_changes_nothing_the_second_time(long seed) {
    walk(seed)
        .forEachStep(step -> {
          if (!(step.command() instanceof Deploy) || !step.changed()) return;
          var active = Shop.active(step.after());
          if (active.rollout().state() == Rollout.State.STOPPED) return;
          assertThat(deployment.decide(active, step.command(), step.now()))
              .isEqualTo(Decision.unchanged());
        });
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
              assertThat(!active.wants(pod.index()) || isGoing(active) || empties(active, pod))
                  .isTrue();
            }
          }
          if (!active.wantsPods()) {
            assertThat(wanted).isEmpty();
            return;
          }
          active
              .slots()
              .forEach((index, slot) -> {
                if (!active.wants(index) || Recreation.empties(active, slot)) return;
                assertThat(wanted.remove(index)).as("slot %d is wanted", index).isTrue();
              });
          assertThat(wanted).isEmpty();
        });
  }

  private static boolean isGoing(Active active) {
    return active.mode() == Deployment.Mode.REMOVING;
  }

  private static boolean empties(Active active, PodId pod) {
    return active
        .slots()
        .get(pod.index())
        .filter(slot -> Recreation.empties(active, slot))
        .isPresent();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void numbers_of_revisions_only_grow(long seed) {
    walk(seed)
        .forEachStep(
            step -> assertThat(newest(step.after())).isGreaterThanOrEqualTo(newest(step.before())));
  }

  private static int newest(Deployment deployment) {
    return switch (deployment) {
      case Deployment.Absent(_, _, var last) -> last;
      case Active active -> active.newest();
    };
  }
}
