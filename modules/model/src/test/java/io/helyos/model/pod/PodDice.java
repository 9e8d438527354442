package io.helyos.model.pod;

import static io.helyos.model.pod.ApiPod.POD;

import io.helyos.model.RandomWalk;
import io.helyos.model.pod.PodCommand.Assign;
import io.helyos.model.pod.PodCommand.ChoosePlacement;
import io.helyos.model.pod.PodCommand.ConfirmContainer;
import io.helyos.model.pod.PodCommand.ConfirmReservation;
import io.helyos.model.pod.PodCommand.EndBackoff;
import io.helyos.model.pod.PodCommand.GiveUpNode;
import io.helyos.model.pod.PodCommand.Remove;
import io.helyos.model.pod.PodCommand.ReportExited;
import io.helyos.model.pod.PodCommand.ReportGone;
import io.helyos.model.pod.PodCommand.ReportReleased;
import io.helyos.model.pod.PodCommand.ReportStartFailed;
import io.helyos.model.pod.PodCommand.ReportStarted;
import io.helyos.model.pod.PodCommand.ReportUnplaceable;
import io.helyos.model.pod.PodCommand.ResetRestarts;
import io.helyos.model.pod.PodCommand.Stop;
import io.helyos.model.template.Backoff;
import io.helyos.model.template.PortSpec.Protocol;
import io.helyos.model.template.PublishedPort;
import io.helyos.model.template.RestartPolicy;
import io.helyos.model.template.StopPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// The commands of a pod's random life: whatever may reach it, in any order and with any numbers.
final class PodDice {
  private static final List<String> NODES = List.of("n1", "n2");

  private PodDice() {}

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
      case Pod.Pending(_, _, var due) when due.isPresent() -> new EndBackoff(incarnation, attempt);
      case Pod.Pending _ -> new ChoosePlacement(incarnation, "n1", Map.of(), Map.of());
      case Pod.Reserving(_, var node) ->
          new PodCommand.ReportGranted(incarnation, node, ports(dice));
      case Pod.Creating _ when dice.nextInt(8) == 0 ->
          new ReportStartFailed(incarnation, attempt, failure(dice), "no", now);
      case Pod.Creating _ ->
          new ReportStarted(incarnation, attempt, new Pod.Container("c", "", "", now));
      case Pod.Running _ when dice.nextInt(12) == 0 ->
          new ReportStartFailed(incarnation, attempt, failure(dice), "no more", now);
      case Pod.Running _ -> exited(dice, incarnation, attempt, now);
      case Pod.BackingOff _ -> new EndBackoff(incarnation, attempt);
      case Pod.Stopping(_, var at, _, _) -> new ReportGone(incarnation, at.node());
    };
  }

  private static ReportExited exited(Random dice, long incarnation, int attempt, Instant now) {
    var code = dice.nextInt(5) == 0 ? 0 : 1;
    return new ReportExited(incarnation, attempt, new Exit(code, false, now, List.of()));
  }

  /// Its numbers fit the state mostly, and are stale sometimes.
  private static PodCommand any(Random dice, Pod pod, Instant now) {
    var incarnation = incarnation(pod) - (dice.nextInt(6) == 0 ? 1 : 0);
    var attempt = pod.lived().map(Life::attempt).orElse(1) + otherAttempt(dice);
    var node =
        pod.placed().map(Placement::node).filter(_ -> dice.nextInt(6) > 0).orElse(node(dice, pod));
    return switch (dice.nextInt(28)) {
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
      case 17 -> new ReportExited(incarnation, attempt, exit(dice, now));
      case 18 -> new ReportStartFailed(incarnation, attempt, failure(dice), "no", now);
      case 19, 20 -> new ReportGone(incarnation, node);
      case 21 -> new ResetRestarts(incarnation, attempt);
      case 22 -> new GiveUpNode(incarnation, node);
      case 23, 24 ->
          new PodCommand.ReportHealth(
              incarnation,
              attempt,
              RandomWalk.pick(dice, List.of(Health.Liveness.values())),
              dice.nextBoolean(),
              "HTTP 200",
              now);
      case 25 -> visit(dice, incarnation, attempt);
      default -> new EndBackoff(incarnation, attempt);
    };
  }

  private static PodCommand visit(Random dice, long incarnation, int attempt) {
    return switch (dice.nextInt(4)) {
      case 0 -> new PodCommand.OpenExec("e", List.of("ls"), false, Optional.empty());
      case 1 -> new PodCommand.CloseExec(incarnation, attempt, "e", Optional.of(0), "");
      case 2 -> new PodCommand.OpenCopy("c", dice.nextBoolean(), "/srv");
      default -> new PodCommand.CloseCopy(incarnation, attempt, "c", 1024, "");
    };
  }

  /// Late sometimes, and sometimes ahead of the pod: the agent has gone on without it.
  private static int otherAttempt(Random dice) {
    return switch (dice.nextInt(6)) {
      case 0 -> -1;
      case 1 -> 1 + dice.nextInt(3);
      default -> 0;
    };
  }

  private static StartFailure failure(Random dice) {
    return RandomWalk.pick(dice, List.of(StartFailure.values()));
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
        StopPolicy.DEFAULT,
        revision > 1,
        revision > 2);
  }

  private static Exit exit(Random dice, Instant now) {
    Optional<Instant> healthy =
        dice.nextInt(4) == 0 ? Optional.of(now.minusSeconds(dice.nextInt(900))) : Optional.empty();
    Optional<String> unhealthy = dice.nextInt(5) == 0 ? Optional.of("HTTP 503") : Optional.empty();
    return new Exit(dice.nextInt(2), dice.nextInt(9) == 0, now, List.of("bye"), healthy, unhealthy);
  }

  static long incarnation(Pod pod) {
    return pod instanceof Pod.Absent(_, var last, _)
        ? last
        : pod.lived().orElseThrow().incarnation();
  }
}
