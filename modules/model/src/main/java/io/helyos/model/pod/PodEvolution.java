package io.helyos.model.pod;

import io.helyos.model.pod.Pod.After;
import io.helyos.model.pod.PodEvent.AttemptBegun;
import io.helyos.model.pod.PodEvent.CopyClosed;
import io.helyos.model.pod.PodEvent.CopyOpened;
import io.helyos.model.pod.PodEvent.ExecClosed;
import io.helyos.model.pod.PodEvent.ExecOpened;
import io.helyos.model.pod.PodEvent.HealthChanged;
import io.helyos.model.pod.PodEvent.NodeGivenUp;
import io.helyos.model.pod.PodEvent.OfCompanion;
import io.helyos.model.pod.PodEvent.OwnContainerGone;
import io.helyos.model.pod.PodEvent.PlacementChosen;
import io.helyos.model.pod.PodEvent.PlacementRefused;
import io.helyos.model.pod.PodEvent.PodAssigned;
import io.helyos.model.pod.PodEvent.PodExited;
import io.helyos.model.pod.PodEvent.PodPlaced;
import io.helyos.model.pod.PodEvent.PodStartFailed;
import io.helyos.model.pod.PodEvent.PodStarted;
import io.helyos.model.pod.PodEvent.PodStopping;
import io.helyos.model.pod.PodEvent.PodUnplaceable;
import io.helyos.model.pod.PodEvent.PodVacated;
import io.helyos.model.pod.PodEvent.ReservationReturned;
import io.helyos.model.pod.PodEvent.RestartsReset;
import java.time.Instant;
import java.util.Optional;

/// What each event means. An event that cannot follow its state is a fault of ours or a damaged
/// journal, and is thrown.
final class PodEvolution {
  private PodEvolution() {}

  static Pod after(Pod pod, PodEvent event) {
    return switch (event) {
      case PodAssigned(var assignment, var since) -> assigned(pod, assignment, since);
      case PlacementChosen(_, var node, _, _) -> new Pod.Reserving(life(pod, event), node);
      case PodUnplaceable(_, var against) ->
          new Pod.Pending(life(pod, event), Unplaceable.trouble(against), Optional.empty());
      case PodPlaced(_, var node, var ports) ->
          new Pod.Creating(life(pod, event), new Placement(node, ports));
      case PlacementRefused(var incarnation, var node, var reason) -> {
        var life = life(pod, event).owing(Owed.of(node, incarnation));
        yield pending(
            elsewhere(life),
            new Trouble(Unplaceable.REASON, "Node %s refused: %s".formatted(node, reason)));
      }
      case ReservationReturned(var incarnation, var node) -> returned(pod, incarnation, node);
      case PodStarted(_, _, var container) ->
          started(life(pod, event).withPullFailures(0), placement(pod, event), container);
      case HealthChanged changed -> health(pod, changed);
      case PodExited exited -> PodEnded.exited(life(pod, event), placement(pod, event), exited);
      case PodStartFailed failed ->
          PodEnded.startFailed(life(pod, event), placement(pod, event), failed);
      case AttemptBegun _ when pod instanceof Pod.Pending(var life, var why, _) ->
          new Pod.Pending(life, why, Optional.empty());
      case AttemptBegun(_, var attempt) ->
          new Pod.Creating(life(pod, event).atAttempt(attempt), placement(pod, event));
      case RestartsReset _
          when pod instanceof Pod.Running(var life, var at, var container, var health) ->
          new Pod.Running(life.withRestarts(0), at, container, health);
      case RestartsReset _ -> throw impossible(pod, event);
      case PodStopping(_, var then, var since) ->
          new Pod.Stopping(life(pod, event), placement(pod, event), then, Drains.after(pod, since));
      case PodVacated(_, var then) -> vacated(pod, life(pod, event), then);
      case NodeGivenUp(var incarnation, var node) ->
          withoutNode(pod, life(pod, event).owing(Owed.dead(node, incarnation)), node);
      case OfCompanion news -> CompanionEvolution.after(pod, news);
      case OwnContainerGone _ -> withoutOwn(pod, life(pod, event));
      // A pod does not live by what users run in it.
      case ExecOpened _, ExecClosed _, CopyOpened _, CopyClosed _ -> pod;
    };
  }

  private static Pod started(Life life, Placement at, Pod.Container container) {
    var wanted = life.assignment();
    return new Pod.Running(
        life,
        at,
        container,
        Health.atStart(wanted.checked(), wanted.gated(), container.startedAt()));
  }

  private static Pod health(Pod pod, HealthChanged event) {
    if (!(pod instanceof Pod.Running(var life, var at, var container, var before))) {
      throw impossible(pod, event);
    }
    return new Pod.Running(
        life,
        at,
        container,
        before.becoming(event.liveness(), event.ready(), event.answer(), event.at()));
  }

  private static Pod assigned(Pod pod, Assignment assignment, Optional<Instant> since) {
    return switch (pod) {
      case Pod.Absent(_, var incarnation, var owed) ->
          fresh(Life.first(assignment, incarnation + 1, owed));
      case Pod.Pending(var life, _, var notBefore) ->
          new Pod.Pending(
              life.reborn(assignment),
              Optional.empty(),
              notBefore.filter(_ -> life.assignment().revision() == assignment.revision()));
      case Pod.Reserving(var life, var node) ->
          fresh(life.owing(Owed.of(node, life.incarnation())).reborn(assignment));
      case Pod.Stopped(var life, var placement, _) ->
          placement
              .<Pod>map(at -> new Pod.Stopping(life.reassigned(assignment), at, After.REPLACE))
              .orElseGet(() -> fresh(life.reborn(assignment)));
      case Pod.Creating(var life, var at) -> replacing(pod, life, at, assignment, since);
      case Pod.Running(var life, var at, _, _) -> replacing(pod, life, at, assignment, since);
      case Pod.BackingOff(var life, var at, _, _) -> replacing(pod, life, at, assignment, since);
      case Pod.Stopping(var life, var at, _, _) -> replacing(pod, life, at, assignment, since);
      case Pod.Failed(var life, var at, _) -> replacing(pod, life, at, assignment, since);
    };
  }

  private static Pod replacing(
      Pod pod, Life life, Placement at, Assignment assignment, Optional<Instant> since) {
    return new Pod.Stopping(
        life.reassigned(assignment), at, After.REPLACE, Drains.after(pod, since));
  }

  private static Pod vacated(Pod pod, Life life, After then) {
    var owing =
        switch (pod) {
          case Pod.Reserving(_, var node) -> life.owing(owed(node, life));
          case Pod.Absent _,
              Pod.Pending _,
              Pod.Creating _,
              Pod.Running _,
              Pod.BackingOff _,
              Pod.Stopping _,
              Pod.Stopped _,
              Pod.Failed _ ->
              pod.placed().map(at -> life.owing(owed(at.node(), life))).orElse(life);
        };
    return switch (then) {
      case REPLACE -> fresh(owing.reborn(owing.assignment()));
      case MOVE -> PodEnded.moved(life, placement(pod, life));
      case STOP -> new Pod.Stopped(owing, Optional.empty(), Optional.empty());
      case REMOVE -> absent(owing);
    };
  }

  /// Nobody waits for a dead machine: what was on its way to an end there has reached it. A move
  /// shortens no wait.
  private static Pod withoutNode(Pod pod, Life owing, String node) {
    var lost =
        new Trouble("NodeLost", "Node %s does not answer. The pod is placed anew.".formatted(node));
    var elsewhere = elsewhere(owing);
    return switch (pod) {
      case Pod.BackingOff(_, _, _, var until) ->
          new Pod.Pending(elsewhere, Optional.of(lost), Optional.of(until));
      case Pod.Stopping(_, _, var then, _) ->
          switch (then) {
            case REPLACE, MOVE -> pending(elsewhere, lost);
            case STOP -> new Pod.Stopped(owing, Optional.empty(), Optional.empty());
            case REMOVE -> absent(owing);
          };
      case Pod.Absent _,
          Pod.Pending _,
          Pod.Reserving _,
          Pod.Creating _,
          Pod.Running _,
          Pod.Stopped _,
          Pod.Failed _ ->
          pending(elsewhere, lost);
    };
  }

  /// The same in another place: all counts go along.
  private static Life elsewhere(Life life) {
    var others = life.company().map(Company::elsewhere);
    return life.reborn(life.assignment()).withPullFailures(life.pullFailures()).among(others);
  }

  private static Pod absent(Life life) {
    return new Pod.Absent(Optional.of(life.assignment().pod()), life.incarnation(), life.owed());
  }

  private static Pod returned(Pod pod, long incarnation, String node) {
    return pod instanceof Pod.Absent(var id, var last, var owed)
        ? new Pod.Absent(
            id,
            last,
            owed.stream()
                .filter(o -> !(o.node().equals(node) && o.incarnation() == incarnation))
                .toList())
        : pod.lived().map(life -> with(pod, life.released(node, incarnation))).orElse(pod);
  }

  /// The same state with another life.
  static Pod with(Pod pod, Life life) {
    return switch (pod) {
      case Pod.Absent _ -> pod;
      case Pod.Pending(_, var why, var notBefore) -> new Pod.Pending(life, why, notBefore);
      case Pod.Reserving(_, var chosen) -> new Pod.Reserving(life, chosen);
      case Pod.Creating(_, var at) -> new Pod.Creating(life, at);
      case Pod.Running(_, var at, var container, var health) ->
          new Pod.Running(life, at, container, health);
      case Pod.BackingOff(_, var at, var why, var until) ->
          new Pod.BackingOff(life, at, why, until);
      case Pod.Stopping(_, var at, var then, var drain) -> new Pod.Stopping(life, at, then, drain);
      case Pod.Stopped(_, var at, var why) -> new Pod.Stopped(life, at, why);
      case Pod.Failed(_, var at, var why) -> new Pod.Failed(life, at, why);
    };
  }

  private static Pod withoutOwn(Pod pod, Life life) {
    return with(pod, life.among(life.company().map(Company::withoutOwn)));
  }

  static Owed owed(String node, Life life) {
    return Owed.of(node, life.incarnation());
  }

  static Pod fresh(Life life) {
    return new Pod.Pending(life, Optional.empty(), Optional.empty());
  }

  static Pod pending(Life life, Trouble why) {
    return new Pod.Pending(life, Optional.of(why), Optional.empty());
  }

  private static Life life(Pod pod, PodEvent event) {
    return pod.lived().orElseThrow(() -> impossible(pod, event));
  }

  private static Placement placement(Pod pod, Life life) {
    return pod.placed()
        .orElseThrow(() -> new IllegalStateException("%s has no place".formatted(life)));
  }

  private static Placement placement(Pod pod, PodEvent event) {
    return pod.placed().orElseThrow(() -> impossible(pod, event));
  }

  private static IllegalStateException impossible(Pod pod, PodEvent event) {
    return new IllegalStateException("%s cannot follow %s".formatted(event, pod));
  }
}
