package io.helyos.model.pod;

import static io.helyos.model.Decision.accept;

import io.helyos.model.Decision;
import io.helyos.model.Decision.Accepted;
import io.helyos.model.Decision.Rejected;
import io.helyos.model.pod.PodCommand.EndBackoff;
import io.helyos.model.pod.PodEvent.AttemptBegun;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;

/// News of an attempt, seen from the pod: of the present one, of an earlier one, which is late, or
/// of a later one, which the agent has begun by itself while the pod could not be reached.
final class Attempts {
  private final Pod pod;
  private final Optional<AttemptBegun> begun;
  private final Optional<Decision<PodEvent>> late;

  private Attempts(Pod pod, Optional<AttemptBegun> begun, Optional<Decision<PodEvent>> late) {
    this.pod = pod;
    this.begun = begun;
    this.late = late;
  }

  static Attempts reaching(Pod pod, long incarnation, int attempt, PodCommand news) {
    if (PodLifecycle.isAt(pod, incarnation, attempt)) {
      return new Attempts(pod, Optional.empty(), Optional.empty());
    }
    if (!isAheadOf(pod, incarnation, attempt)) {
      return new Attempts(pod, Optional.empty(), Optional.of(PodLifecycle.stale(pod, news)));
    }
    var begun = new AttemptBegun(incarnation, attempt);
    return new Attempts(PodEvolution.after(pod, begun), Optional.of(begun), Optional.empty());
  }

  /// What follows, decided for a pod that is at the attempt which the news is of.
  Decision<PodEvent> then(Function<Pod, Decision<PodEvent>> decide) {
    return late.orElseGet(() ->
        switch (decide.apply(pod)) {
          case Accepted<PodEvent>(var events) when begun.isPresent() -> {
            var all = new ArrayList<PodEvent>();
            all.add(begun.get());
            all.addAll(events);
            yield accept(all);
          }
          case Accepted<PodEvent> accepted -> accepted;
          case Rejected<PodEvent> rejected -> rejected;
        });
  }

  /// The wait before the next start is over. A pod that has lost its node meanwhile now looks for
  /// another one.
  static Decision<PodEvent> due(Pod pod, EndBackoff timer) {
    var of =
        pod.lived()
            .filter(life ->
                life.incarnation() == timer.incarnation() && life.attempt() == timer.attempt());
    if (of.isPresent() && pod instanceof Pod.BackingOff) {
      return accept(new AttemptBegun(timer.incarnation(), timer.attempt() + 1));
    }
    return of.isPresent() && pod instanceof Pod.Pending(_, _, var due) && due.isPresent()
        ? accept(new AttemptBegun(timer.incarnation(), timer.attempt()))
        : PodLifecycle.stale(pod, timer);
  }

  private static boolean isAheadOf(Pod pod, long incarnation, int attempt) {
    return switch (pod) {
      case Pod.Creating(var life, _) -> isAheadOf(life, incarnation, attempt);
      case Pod.Running(var life, _, _, _) -> isAheadOf(life, incarnation, attempt);
      case Pod.BackingOff(var life, _, _, _) -> isAheadOf(life, incarnation, attempt);
      case Pod.Absent _,
          Pod.Pending _,
          Pod.Reserving _,
          Pod.Stopping _,
          Pod.Stopped _,
          Pod.Failed _ ->
          false;
    };
  }

  private static boolean isAheadOf(Life life, long incarnation, int attempt) {
    return life.incarnation() == incarnation && attempt > life.attempt();
  }
}
