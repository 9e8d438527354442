package io.helyos.model.pod;

import static io.helyos.model.pod.ApiPod.POD;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.RandomWalk;
import io.helyos.model.pod.PodCommand.Assign;
import io.helyos.model.pod.PodCommand.ChoosePlacement;
import io.helyos.model.pod.PodCommand.ConfirmContainer;
import io.helyos.model.pod.PodCommand.ConfirmReservation;
import io.helyos.model.pod.PodCommand.EndBackoff;
import io.helyos.model.pod.PodCommand.Remove;
import io.helyos.model.pod.PodCommand.ReportExited;
import io.helyos.model.pod.PodCommand.ReportGone;
import io.helyos.model.pod.PodCommand.ReportReleased;
import io.helyos.model.pod.PodCommand.ReportStartFailed;
import io.helyos.model.pod.PodCommand.ReportStarted;
import io.helyos.model.pod.PodCommand.ReportUnplaceable;
import io.helyos.model.pod.PodCommand.ResetRestarts;
import io.helyos.model.pod.PodCommand.Stop;
import io.helyos.model.pod.PodEffect.EnsureGone;
import io.helyos.model.pod.PodEffect.EnsurePlacement;
import io.helyos.model.pod.PodEffect.EnsureReserved;
import io.helyos.model.pod.PodEffect.EnsureRunning;
import io.helyos.model.pod.PodEffect.WakeAt;
import io.helyos.model.pod.PodEvent.RestartsReset;
import io.helyos.model.template.Backoff;
import io.helyos.model.template.PortSpec.Protocol;
import io.helyos.model.template.PublishedPort;
import io.helyos.model.template.RestartPolicy;
import io.helyos.model.template.StopPolicy;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PodWalkTest {
  private static final String SEEDS = "io.helyos.model.RandomWalk#seeds";
  private static final List<String> NODES = List.of("n1", "n2");

  private final PodLifecycle life = new PodLifecycle();

  private RandomWalk<PodCommand, PodEvent, Pod, PodEffect> walk(long seed) {
    return RandomWalk.of(life, seed, PodWalkTest::draw);
  }

  /// Often what moves the pod on, so that lives become long; else any command at any time.
  static PodCommand draw(Random dice, Pod pod, Instant now) {
    return dice.nextInt(3) > 0 ? next(dice, pod, now) : any(dice, pod, now);
  }

  private static PodCommand next(Random dice, Pod pod, Instant now) {
    var incarnation = incarnation(pod);
    var attempt = pod.lived().map(Life::attempt).orElse(1);
    return switch (pod) {
      case Pod.Absent _ -> new Assign(assignment(dice));
      case Pod.Stopped _, Pod.Failed _ ->
          RandomWalk.pick(dice, List.of(new Assign(assignment(dice)), new Stop(), new Remove()));
      case Pod.Pending _ -> new ChoosePlacement(incarnation, "n1", Map.of(), Map.of());
      case Pod.Reserving(_, var node) ->
          new PodCommand.ReportGranted(incarnation, node, ports(dice));
      case Pod.Creating _ ->
          new ReportStarted(incarnation, attempt, new Pod.Container("c", "", "", now));
      case Pod.Running _ -> exited(dice, incarnation, attempt, now);
      case Pod.BackingOff _ -> new EndBackoff(incarnation, attempt);
      case Pod.Stopping(_, var at, _) -> new ReportGone(incarnation, at.node());
    };
  }

  private static ReportExited exited(Random dice, long incarnation, int attempt, Instant now) {
    var code = dice.nextInt(5) == 0 ? 0 : 1;
    return new ReportExited(incarnation, attempt, code, false, now, List.of());
  }

  /// Its numbers fit the state mostly, and are stale sometimes.
  private static PodCommand any(Random dice, Pod pod, Instant now) {
    var incarnation = incarnation(pod) - (dice.nextInt(6) == 0 ? 1 : 0);
    var attempt = pod.lived().map(Life::attempt).orElse(1) - (dice.nextInt(6) == 0 ? 1 : 0);
    var node =
        pod.placed().map(Placement::node).filter(_ -> dice.nextInt(6) > 0).orElse(node(dice, pod));
    return switch (dice.nextInt(24)) {
      case 0, 1 -> new Assign(assignment(dice));
      case 2 -> dice.nextBoolean() ? new Stop() : new Remove();
      case 3, 4, 5 ->
          new ChoosePlacement(incarnation, RandomWalk.pick(dice, NODES), Map.of(), Map.of());
      case 6 -> new ReportUnplaceable(incarnation, Map.of("n1", "full " + dice.nextInt(2)));
      case 7, 8, 9 -> new PodCommand.ReportGranted(incarnation, node, ports(dice));
      case 10 -> new PodCommand.ReportRefused(incarnation, node, "full");
      case 11 -> new ReportReleased(1 + dice.nextLong(Math.max(1, incarnation)), node);
      case 12 -> new ConfirmReservation(incarnation, node);
      case 13 -> new ConfirmContainer(incarnation, attempt, node);
      case 14, 15, 16 ->
          new ReportStarted(
              incarnation, attempt, new Pod.Container("c" + dice.nextInt(2), "", "", now));
      case 17 ->
          new ReportExited(
              incarnation, attempt, dice.nextInt(2), dice.nextInt(9) == 0, now, List.of("bye"));
      case 18 ->
          new ReportStartFailed(
              incarnation,
              attempt,
              RandomWalk.pick(dice, List.of(StartFailure.values())),
              "no",
              now);
      case 19, 20 -> new ReportGone(incarnation, node);
      case 21 -> new ResetRestarts(incarnation, attempt);
      default -> new EndBackoff(incarnation, attempt);
    };
  }

  private static String node(Random dice, Pod pod) {
    return pod instanceof Pod.Reserving(_, var chosen) && dice.nextInt(6) > 0
        ? chosen
        : RandomWalk.pick(dice, NODES);
  }

  private static List<PublishedPort> ports(Random dice) {
    return List.of(new PublishedPort(80, 20_000 + dice.nextInt(9), "", Protocol.TCP));
  }

  private static Assignment assignment(Random dice) {
    var revision = 1 + dice.nextInt(3);
    var policy = RestartPolicy.values();
    return new Assignment(
        POD,
        revision,
        "nginx:" + revision,
        Needs.NOTHING,
        policy[revision % policy.length],
        Backoff.DEFAULT,
        StopPolicy.DEFAULT);
  }

  private static long incarnation(Pod pod) {
    return pod instanceof Pod.Absent(_, var last, _)
        ? last
        : pod.lived().orElseThrow().incarnation();
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
  void a_container_that_is_wanted_again_is_asked_for_in_other_words(long seed) {
    var over = new HashSet<PodEffect>();
    walk(seed)
        .forEachStep(step -> {
          var after = life.effects(step.after());
          for (var effect : after) {
            var isAsked = effect instanceof EnsureRunning || effect instanceof EnsureReserved;
            if (isAsked && over.contains(effect)) throw new AssertionError(effect + " once more");
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
  void restarts_only_grow_but_for_a_reset_or_another_revision_or_life(long seed) {
    walk(seed)
        .forEachStep(step -> {
          var before = step.before().lived();
          var after = step.after().lived();
          if (before.isEmpty() || after.isEmpty()) return;
          if (step.events().stream().anyMatch(RestartsReset.class::isInstance)) return;
          var sameRevision =
              before.get().assignment().revision() == after.get().assignment().revision();
          if (sameRevision) {
            assertThat(after.get().restarts()).isGreaterThanOrEqualTo(before.get().restarts());
          }
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
            held.add(new Owed(node, l.incarnation(), List.of()));
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
