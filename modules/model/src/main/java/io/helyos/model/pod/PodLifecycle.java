package io.helyos.model.pod;

import static io.helyos.model.Decision.accept;
import static io.helyos.model.Decision.reject;
import static io.helyos.model.Decision.unchanged;

import io.helyos.model.Decider;
import io.helyos.model.Decision;
import io.helyos.model.Rejection;
import io.helyos.model.Undo;
import io.helyos.model.pod.Pod.After;
import io.helyos.model.pod.PodCommand.Assign;
import io.helyos.model.pod.PodCommand.ChoosePlacement;
import io.helyos.model.pod.PodCommand.CloseCopy;
import io.helyos.model.pod.PodCommand.CloseExec;
import io.helyos.model.pod.PodCommand.ConfirmContainer;
import io.helyos.model.pod.PodCommand.ConfirmReservation;
import io.helyos.model.pod.PodCommand.EndBackoff;
import io.helyos.model.pod.PodCommand.GiveUpNode;
import io.helyos.model.pod.PodCommand.OfCompanion;
import io.helyos.model.pod.PodCommand.Remove;
import io.helyos.model.pod.PodCommand.ReportExited;
import io.helyos.model.pod.PodCommand.ReportGone;
import io.helyos.model.pod.PodCommand.ReportGranted;
import io.helyos.model.pod.PodCommand.ReportHealth;
import io.helyos.model.pod.PodCommand.ReportRefused;
import io.helyos.model.pod.PodCommand.ReportReleased;
import io.helyos.model.pod.PodCommand.ReportStartFailed;
import io.helyos.model.pod.PodCommand.ReportStarted;
import io.helyos.model.pod.PodCommand.ReportUnplaceable;
import io.helyos.model.pod.PodCommand.ResetRestarts;
import io.helyos.model.pod.PodCommand.Stop;
import io.helyos.model.pod.PodCommand.Visit;
import io.helyos.model.pod.PodEvent.HealthChanged;
import io.helyos.model.pod.PodEvent.NodeGivenUp;
import io.helyos.model.pod.PodEvent.OwnContainerGone;
import io.helyos.model.pod.PodEvent.PlacementRefused;
import io.helyos.model.pod.PodEvent.PodAssigned;
import io.helyos.model.pod.PodEvent.PodStarted;
import io.helyos.model.pod.PodEvent.PodStopping;
import io.helyos.model.pod.PodEvent.PodVacated;
import io.helyos.model.pod.PodEvent.RestartsReset;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a pod does with each command: the rules of a slot's life.
public final class PodLifecycle implements Decider<PodCommand, PodEvent, Pod, PodEffect> {
  @Override
  public Pod initial() {
    return new Pod.Absent(Optional.empty(), 0, List.of());
  }

  @Override
  public Decision<PodEvent> decide(Pod pod, PodCommand command, Instant now) {
    return switch (command) {
      case Assign(var assignment) -> assign(pod, assignment, now);
      case Stop() -> end(pod, After.STOP, now);
      case Remove() -> end(pod, After.REMOVE, now);
      case ChoosePlacement news -> PodPlacements.chosen(pod, news);
      case ReportUnplaceable news -> PodPlacements.unplaceable(pod, news);
      case ReportGranted news -> PodPlacements.granted(pod, news);
      case ReportRefused news -> PodPlacements.refused(pod, news);
      case ReportReleased news -> PodPlacements.released(pod, news);
      case ConfirmReservation(var incarnation, var node) ->
          needs(pod, incarnation, node) ? unchanged() : stale(pod, command);
      case ConfirmContainer(var incarnation, _, var node) ->
          hasContainer(pod, incarnation, node) ? unchanged() : stale(pod, command);
      case ReportStarted news -> started(pod, news);
      case ReportHealth news -> health(pod, news);
      case ReportExited exited -> PodEndings.exited(pod, exited, now);
      case ReportStartFailed failed -> PodEndings.startFailed(pod, failed);
      case ReportGone(var incarnation, var node) -> gone(pod, incarnation, node);
      case GiveUpNode news -> giveUp(pod, news);
      case EndBackoff timer -> Attempts.due(pod, timer);
      case ResetRestarts(var incarnation, var attempt) ->
          isAt(pod, incarnation, attempt) && pod instanceof Pod.Running(var life, _, _, var health)
              ? reset(life, health)
              : stale(pod, command);
      case Visit wanted -> PodVisits.opened(pod, Optional.empty(), wanted);
      case CloseExec news -> PodVisits.closed(pod, news);
      case CloseCopy news -> PodVisits.closed(pod, news);
      case OfCompanion news -> CompanionLifecycle.decide(pod, news, now);
    };
  }

  /// The timer of a health that has ended meanwhile says nothing any more.
  private static Decision<PodEvent> reset(Life life, Health health) {
    return life.restarts() == 0 || health.liveness() != Health.Liveness.HEALTHY
        ? unchanged()
        : accept(new RestartsReset(life.incarnation(), life.attempt()));
  }

  private static Decision<PodEvent> gone(Pod pod, long incarnation, String node) {
    if (!(pod instanceof Pod.Stopping(var life, var placement, var then, _))
        || life.incarnation() != incarnation
        || !placement.node().equals(node)) {
      return unchanged();
    }
    if (life.company().isEmpty()) return accept(new PodVacated(incarnation, then));
    return life.company().filter(Company::ownGone).isPresent()
        ? unchanged()
        : accept(new OwnContainerGone(incarnation));
  }

  /// What has ended holds nothing back: only who is wanted, or waits for an end, goes elsewhere.
  private static Decision<PodEvent> giveUp(Pod pod, GiveUpNode news) {
    // It has nothing there yet: it asks another one.
    if (PodPlacements.reserves(pod, news.incarnation(), news.node())) {
      return accept(new PlacementRefused(news.incarnation(), news.node(), "its machine is lost"));
    }
    var waits =
        switch (pod) {
          case Pod.Creating _, Pod.Running _, Pod.BackingOff _, Pod.Stopping _ -> true;
          case Pod.Absent _, Pod.Pending _, Pod.Reserving _, Pod.Stopped _, Pod.Failed _ -> false;
        };
    return waits && hasContainer(pod, news.incarnation(), news.node())
        ? accept(new NodeGivenUp(news.incarnation(), news.node()))
        : unchanged();
  }

  private static Decision<PodEvent> assign(Pod pod, Assignment wanted, Instant now) {
    return switch (pod) {
      case Pod.Absent _ -> accept(new PodAssigned(wanted));
      case Pod.Stopping(var life, _, var then, _) ->
          isReplacing(then) && life.assignment().equals(wanted)
              ? unchanged()
              : accept(new PodAssigned(wanted));
      case Pod.Stopped(var life, _, var why)
          when why.isPresent() && life.assignment().equals(wanted) ->
          unchanged();
      case Pod.Stopped _ -> accept(new PodAssigned(wanted));
      case Pod.Pending(var life, _, _) -> reassign(life, wanted);
      case Pod.Reserving(var life, _) -> reassign(life, wanted);
      case Pod.Creating(var life, _) -> reassign(life, wanted);
      case Pod.Running(var life, _, _, _) ->
          life.assignment().equals(wanted)
              ? unchanged()
              : accept(new PodAssigned(wanted, Drains.begun(pod, now)));
      case Pod.BackingOff(var life, _, _, _) -> reassign(life, wanted);
      case Pod.Failed(var life, _, _) -> reassign(life, wanted);
    };
  }

  private static boolean isReplacing(After then) {
    return then == After.REPLACE || then == After.MOVE;
  }

  private static Decision<PodEvent> reassign(Life life, Assignment wanted) {
    return life.assignment().equals(wanted) ? unchanged() : accept(new PodAssigned(wanted));
  }

  private static Decision<PodEvent> end(Pod pod, After then, Instant now) {
    return switch (pod) {
      case Pod.Absent _ -> unchanged();
      case Pod.Stopping(_, _, var already, _) when already == then || already == After.REMOVE ->
          unchanged();
      case Pod.Stopped(_, _, var why) when then == After.STOP && why.isEmpty() -> unchanged();
      case Pod.Pending(var life, _, _) -> vanish(life, then);
      case Pod.Reserving(var life, _) -> vanish(life, then);
      case Pod.Stopped(var life, var placement, _) when placement.isEmpty() -> vanish(life, then);
      case Pod.Stopped(var life, _, _) -> accept(new PodStopping(life.incarnation(), then));
      case Pod.Creating(var life, _) -> accept(new PodStopping(life.incarnation(), then));
      case Pod.Running(var life, _, _, _) ->
          accept(new PodStopping(life.incarnation(), then, Drains.begun(pod, now)));
      case Pod.BackingOff(var life, _, _, _) -> accept(new PodStopping(life.incarnation(), then));
      case Pod.Stopping(var life, _, _, _) -> accept(new PodStopping(life.incarnation(), then));
      case Pod.Failed(var life, _, _) -> accept(new PodStopping(life.incarnation(), then));
    };
  }

  /// There is no container yet: the end is reached at once.
  private static Decision<PodEvent> vanish(Life life, After then) {
    return accept(new PodVacated(life.incarnation(), then));
  }

  private static Decision<PodEvent> started(Pod pod, ReportStarted news) {
    var started = new PodStarted(news.incarnation(), news.attempt(), addressed(pod, news));
    return Attempts.reaching(pod, news.incarnation(), news.attempt(), news)
        .then(at ->
            switch (at) {
              case Pod.Creating _ -> accept(started);
              case Pod.Running(_, _, var known, _) when known.id().equals(news.container().id()) ->
                  unchanged();
              case Pod.Running _ -> accept(started);
              case Pod.Absent _,
                  Pod.Pending _,
                  Pod.Reserving _,
                  Pod.BackingOff _,
                  Pod.Stopping _,
                  Pod.Stopped _,
                  Pod.Failed _ ->
                  unchanged();
            });
  }

  /// In a pod of several the address is the holder's.
  private static Pod.Container addressed(Pod pod, ReportStarted news) {
    return pod.lived()
        .flatMap(Life::company)
        .flatMap(Company::held)
        .map(holder -> news.container().withIp(holder.ip()))
        .orElseGet(news::container);
  }

  private static Decision<PodEvent> health(Pod pod, ReportHealth news) {
    if (!isAt(pod, news.incarnation(), news.attempt())) return stale(pod, news);
    if (!(pod instanceof Pod.Running(_, _, _, var health))) return unchanged();
    return health
            .becoming(news.liveness(), news.ready(), news.answer(), news.at())
            .differsFrom(health)
        ? accept(
            new HealthChanged(
                news.incarnation(),
                news.attempt(),
                news.liveness(),
                news.ready(),
                news.answer(),
                news.at()))
        : unchanged();
  }

  /// What has no place has no container either, and hears nothing of one.
  static boolean isAt(Pod pod, long incarnation, int attempt) {
    return pod.placed().isPresent()
        && pod.lived()
            .filter(life -> life.incarnation() == incarnation && life.attempt() == attempt)
            .isPresent();
  }

  private static boolean needs(Pod pod, long incarnation, String node) {
    var here = pod.lived().filter(life -> life.incarnation() == incarnation).isPresent();
    return here
        && (PodPlacements.reserves(pod, incarnation, node)
            || pod.placed().filter(p -> p.node().equals(node)).isPresent());
  }

  /// Of its attempts the agent sorts out itself which is over.
  private static boolean hasContainer(Pod pod, long incarnation, String node) {
    return pod.lived().filter(life -> life.incarnation() == incarnation).isPresent()
        && pod.placed().filter(p -> p.node().equals(node)).isPresent();
  }

  static Decision<PodEvent> stale(Pod pod, PodCommand command) {
    return reject(
        Rejection.stale(
            "%s does not apply to a pod that is %s."
                .formatted(command.getClass().getSimpleName(), pod.getClass().getSimpleName())));
  }

  @Override
  public Pod evolve(Pod pod, PodEvent event) {
    return PodEvolution.after(pod, event);
  }

  @Override
  public Set<PodEffect> effects(Pod pod) {
    return PodEffects.of(pod);
  }

  @Override
  public Undo<PodCommand> inverse(Pod before, Pod after, Instant now) {
    return new Undo.Impossible<>(
        "What was done inside a container is not known, so it cannot be taken back.");
  }

  /// Whoever commands a pod hears how it stands; who wants into it, where.
  @Override
  public Object answer(Pod after, PodCommand command) {
    if (command instanceof Visit) return where(after, Optional.empty());
    if (command instanceof OfCompanion(var name, Visit _)) return where(after, Optional.of(name));
    return PodReport.of(after).<Object>map(r -> r).orElse(Accepted.ACCEPTED);
  }

  private static Object where(Pod pod, Optional<String> companion) {
    return PodVisits.place(pod, companion).<Object>map(at -> at).orElse(Accepted.ACCEPTED);
  }
}
