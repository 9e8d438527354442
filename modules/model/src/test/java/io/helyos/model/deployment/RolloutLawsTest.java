package io.helyos.model.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.RandomWalk;
import io.helyos.model.deployment.Deployment.Active;
import io.helyos.model.deployment.DeploymentCommand.ReportPod;
import io.helyos.model.deployment.DeploymentEffect.WakeAt;
import io.helyos.model.deployment.DeploymentEvent.PodReported;
import io.helyos.model.deployment.DeploymentEvent.SlotUpdated;
import io.helyos.model.deployment.Rollout.State;
import io.helyos.model.deployment.RolloutEvent.RolloutStopped;
import io.helyos.model.deployment.RolloutEvent.SurgeBegun;
import io.helyos.model.deployment.RolloutEvent.SurgeEnded;
import io.helyos.model.pod.PodReport.Phase;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds in every rollout, whatever users, pods and nodes do meanwhile.
class RolloutLawsTest {
  private static final String SEEDS = "io.helyos.model.RandomWalk#seeds";

  private final DeploymentLifecycle lifecycle = new DeploymentLifecycle();

  /// An event with the states before and after it.
  private interface Law {
    void check(Active before, DeploymentEvent event, Active after);
  }

  private void always(long seed, Law law) {
    RandomWalk.of(lifecycle, seed, (dice, state, _) -> DeploymentDice.command(dice, state))
        .forEachStep(step -> {
          var state = step.before();
          for (var event : step.events()) {
            var next = lifecycle.evolve(state, event);
            if (state instanceof Active before && next instanceof Active after) {
              law.check(before, event, after);
            }
            state = next;
          }
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void no_serving_pod_is_taken_below_the_floor(long seed) {
    always(
        seed,
        (before, event, _) -> {
          if (!isTaken(before, event)) return;
          if (before.update().strategy() == UpdatePolicy.Strategy.RECREATE) return;
          assertThat(Standing.of(before).available())
              .as("%s of %s", event, before)
              .isGreaterThan(Bounds.of(before).floor());
        });
  }

  private static boolean isTaken(Active before, DeploymentEvent event) {
    return switch (event) {
      case SlotUpdated(var index, _, _) -> before.slots().get(index).orElseThrow().isUp();
      case SurgeEnded(var index) -> before.slots().get(index).orElseThrow().isUp();
      default -> false;
    };
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void no_pod_is_added_above_the_ceiling_those_on_their_way_out_included(long seed) {
    always(
        seed,
        (_, event, after) -> {
          if (!(event instanceof SurgeBegun)) return;
          assertThat(after.slots().size()).isLessThanOrEqualTo(Bounds.of(after).ceiling());
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void a_slot_beyond_the_replicas_keeps_its_index_until_its_pod_is_gone(long seed) {
    always(
        seed,
        (before, event, after) -> {
          var isNews = event instanceof PodReported(var report, _) && report.phase() == Phase.GONE;
          before
              .slots()
              .forEach((index, slot) -> {
                if (slot.surge() && !isNews) assertThat(after.slots().get(index)).isPresent();
              });
          if (event instanceof SurgeBegun(var index, _)) {
            assertThat(before.slots().get(index)).as("the index is free").isEmpty();
          }
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void nothing_moves_while_it_is_paused_stopped_or_done(long seed) {
    always(
        seed,
        (before, event, _) -> {
          if (event instanceof SlotUpdated || event instanceof SurgeBegun) {
            assertThat(before.rollout().state()).isEqualTo(State.MOVING);
            assertThat(before.rollout().paused()).isFalse();
            assertThat(before.wantsPods()).isTrue();
          }
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void setbacks_of_before_do_not_make_it_fail(long seed) {
    always(
        seed,
        (before, event, _) -> {
          if (!(event instanceof RolloutStopped(_, var why))) return;
          if (why.cause() != Failure.Cause.RESTARTS) return;
          var slot = before.slots().get(why.index().orElseThrow()).orElseThrow();
          assertThat(slot.setbacks().restarts() - slot.forgiven().restarts())
              .isGreaterThanOrEqualTo(before.update().failureThreshold());
        });
  }

  /// A rollout that goes on has a time at which it is looked at again, or a reason why not.
  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void it_comes_to_an_end_or_says_why_not(long seed) {
    always(
        seed,
        (_, _, after) -> {
          var waits = lifecycle.effects(after).stream().anyMatch(WakeAt.class::isInstance);
          switch (after.rollout().state()) {
            case MOVING ->
                assertThat(waits || after.rollout().paused() || !after.wantsPods()).isTrue();
            case STOPPED -> assertThat(after.rollout().failure()).isPresent();
            case COMPLETED ->
                assertThat(after.rollout().failure().isPresent())
                    .isEqualTo(after.rollout().returning());
          }
        });
  }

  /// Whatever happened: once the pods do what they are told to, the last wish comes true.
  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void it_arrives_once_the_pods_come_up(long seed) {
    var walk =
        RandomWalk.of(lifecycle, seed, (dice, state, _) -> DeploymentDice.command(dice, state));
    var last = walk.steps().getLast();
    var calm = new Calm(last.after(), last.now());
    calm.tell(new DeploymentCommand.Resume(Shop.API));
    calm.tell(Shop.deploy("nginx:last", 4, UpdatePolicy.rolling(2, 1)));
    calm.tell(new DeploymentCommand.ResumeRollout(Shop.API));
    if (calm.state() instanceof Active active && active.mode() == Deployment.Mode.REMOVING) return;
    for (var round = 0; round < 40; round++) calm.round();
    var active = (Active) calm.state();
    assertThat(active.rollout().state()).isEqualTo(State.COMPLETED);
    assertThat(active.slots().size()).isEqualTo(4);
    var revisions = new ArrayList<Integer>();
    active.slots().forEach((_, slot) -> revisions.add(slot.revision()));
    assertThat(revisions).containsOnly(active.revision());
    assertThat(active.template()).isEqualTo(Shop.image("nginx:last"));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void what_is_due_is_due_only_once(long seed) {
    RandomWalk.of(lifecycle, seed, (dice, state, _) -> DeploymentDice.command(dice, state))
        .forEachStep(step -> {
          var reported = step.command() instanceof ReportPod;
          if (reported && step.changed() && step.after() instanceof Active active) {
            assertThat(RolloutPlanner.due(active, step.now())).isEmpty();
          }
        });
  }
}
