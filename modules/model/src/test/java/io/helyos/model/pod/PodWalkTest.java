package io.helyos.model.pod;

import static io.helyos.model.pod.PodDice.incarnation;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.RandomWalk;
import io.helyos.model.pod.PodCommand.Assign;
import io.helyos.model.pod.PodCommand.GiveUpNode;
import io.helyos.model.pod.PodCommand.Remove;
import io.helyos.model.pod.PodCommand.ReportGone;
import io.helyos.model.pod.PodCommand.ReportReleased;
import io.helyos.model.pod.PodCommand.ReportStarted;
import io.helyos.model.pod.PodCommand.ReportUnplaceable;
import io.helyos.model.pod.PodCommand.ResetRestarts;
import io.helyos.model.pod.PodCommand.Stop;
import io.helyos.model.pod.PodEffect.EnsureGone;
import io.helyos.model.pod.PodEffect.EnsurePlacement;
import io.helyos.model.pod.PodEffect.EnsureReported;
import io.helyos.model.pod.PodEffect.EnsureReserved;
import io.helyos.model.pod.PodEffect.EnsureRunning;
import io.helyos.model.pod.PodEffect.WakeAt;
import io.helyos.model.pod.PodEvent.AttemptBegun;
import io.helyos.model.pod.PodEvent.PodExited;
import io.helyos.model.pod.PodEvent.RestartsReset;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PodWalkTest {
  private static final String SEEDS = "io.helyos.model.RandomWalk#seeds";

  private final PodLifecycle life = new PodLifecycle();

  private RandomWalk<PodCommand, PodEvent, Pod, PodEffect> walk(long seed) {
    return RandomWalk.of(life, seed, PodDice::draw);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void replay_equals_live(long seed) {
    walk(seed).replayEqualsLive();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void whatever_is_said_twice_changes_nothing_the_second_time(long seed) {
    walk(seed)
        .repeatingChangesNothing(
            Assign.class,
            Stop.class,
            Remove.class,
            ReportUnplaceable.class,
            ReportReleased.class,
            ReportStarted.class,
            ReportGone.class,
            ResetRestarts.class);
  }

  /// Equal effects are one effect: asking for a container again in the same words would never be
  /// heard.
  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void work_that_is_wanted_again_is_asked_for_in_other_words(long seed) {
    var over = new HashSet<PodEffect>();
    walk(seed)
        .forEachStep(step -> {
          var after = life.effects(step.after());
          for (var effect : after) {
            // The last word about a pod counts, and a timer is only a question.
            var isWork = !(effect instanceof EnsureReported || effect instanceof WakeAt);
            if (isWork && over.contains(effect)) throw new AssertionError(effect + " once more");
          }
          for (var effect : life.effects(step.before())) {
            if (!after.contains(effect)) over.add(effect);
          }
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void no_state_waits_for_nothing(long seed) {
    walk(seed)
        .forEachStep(step -> {
          var waitsFor =
              switch (step.after()) {
                case Pod.Pending(_, _, var due) when due.isPresent() -> WakeAt.class;
                case Pod.Pending _ -> EnsurePlacement.class;
                case Pod.Reserving _ -> EnsureReserved.class;
                case Pod.Creating _, Pod.Running _ -> EnsureRunning.class;
                case Pod.BackingOff _ -> WakeAt.class;
                case Pod.Stopping _ -> EnsureGone.class;
                case Pod.Absent _, Pod.Stopped _, Pod.Failed _ -> null;
              };
          if (waitsFor == null) return;
          assertThat(life.effects(step.after())).hasAtLeastOneElementOfType(waitsFor);
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void restarts_only_grow_but_for_ten_minutes_of_health_or_another_revision_or_life(long seed) {
    walk(seed)
        .forEachStep(step -> {
          var before = step.before().lived();
          var after = step.after().lived();
          if (before.isEmpty() || after.isEmpty()) return;
          var sameRevision =
              before.get().assignment().revision() == after.get().assignment().revision();
          if (!sameRevision || step.events().stream().anyMatch(RestartsReset.class::isInstance)) {
            return;
          }
          if (step.events().stream().anyMatch(PodWalkTest::tellsOfLongHealth)) {
            assertThat(after.get().restarts()).isLessThanOrEqualTo(1);
          } else {
            assertThat(after.get().restarts()).isGreaterThanOrEqualTo(before.get().restarts());
          }
        });
  }

  /// The end of a container that had been healthy for ten minutes, whoever has noted it.
  private static boolean tellsOfLongHealth(PodEvent event) {
    return event instanceof PodExited(_, _, var exit, _, _)
        && exit.healthySince()
            .filter(since -> !since.plus(Duration.ofMinutes(10)).isAfter(exit.finishedAt()))
            .isPresent();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void attempts_follow_each_other_only_by_events_that_say_so(long seed) {
    walk(seed)
        .forEachStep(step -> {
          var was = step.before().lived().map(Life::attempt);
          var is = step.after().lived().map(Life::attempt);
          if (was.equals(is) || incarnation(step.before()) < incarnation(step.after())) return;
          if (step.after().lived().isEmpty()) return;
          assertThat(step.events())
              .first()
              .isEqualTo(new AttemptBegun(incarnation(step.after()), is.orElseThrow()));
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void nobody_waits_for_a_dead_machine(long seed) {
    walk(seed)
        .forEachStep(step -> {
          if (!(step.command() instanceof GiveUpNode(var dead, var node))) return;
          assertThat(life.effects(step.after()))
              .noneMatch(effect ->
                  switch (effect) {
                    case EnsureRunning running ->
                        running.node().equals(node) && running.incarnation() == dead;
                    case EnsureGone gone -> gone.node().equals(node) && gone.incarnation() == dead;
                    default -> false;
                  });
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void incarnations_and_attempts_never_go_back(long seed) {
    walk(seed)
        .forEachStep(step -> {
          var was = incarnation(step.before());
          var is = incarnation(step.after());
          assertThat(is).isGreaterThanOrEqualTo(was);
          if (is > was || step.before().lived().isEmpty() || step.after().lived().isEmpty()) return;
          assertThat(step.after().lived().get().attempt())
              .isGreaterThanOrEqualTo(step.before().lived().get().attempt());
        });
  }

  /// A node that was once asked is released, unless the pod is still there.
  @ParameterizedTest(name = "seed {0}")
  @MethodSource(SEEDS)
  void every_reservation_is_held_or_owed_until_it_is_returned(long seed) {
    var held = new HashSet<Owed>();
    walk(seed)
        .forEachStep(step -> {
          if (step.command() instanceof ReportReleased(var incarnation, var node)
              && step.changed()) {
            held.removeIf(o -> o.incarnation() == incarnation && o.node().equals(node));
          }
          if (step.after() instanceof Pod.Reserving(var l, var node)) {
            held.add(new Owed(node, l.incarnation(), List.of(), false));
          }
          for (var one : held) {
            var isThere =
                step.after().lived().filter(l -> l.incarnation() == one.incarnation()).isPresent()
                    && (step.after() instanceof Pod.Reserving || step.after().placed().isPresent());
            var isOwed =
                PodEffects.owed(step.after()).stream()
                    .anyMatch(
                        o -> o.incarnation() == one.incarnation() && o.node().equals(one.node()));
            if (!isThere && !isOwed) throw new AssertionError(one + " is lost in " + step.after());
          }
        });
  }
}
