package io.helyos.model.pod;

import io.helyos.model.pod.Health.Liveness;
import io.helyos.model.pod.PodCommand.EndBackoff;
import io.helyos.model.pod.PodCommand.ResetRestarts;
import io.helyos.model.pod.PodEffect.EnsureGone;
import io.helyos.model.pod.PodEffect.EnsurePlacement;
import io.helyos.model.pod.PodEffect.EnsureReleased;
import io.helyos.model.pod.PodEffect.EnsureReported;
import io.helyos.model.pod.PodEffect.EnsureReserved;
import io.helyos.model.pod.PodEffect.EnsureRunning;
import io.helyos.model.pod.PodEffect.WakeAt;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What must be true outside for each state of a pod.
final class PodEffects {
  private PodEffects() {}

  static Set<PodEffect> of(Pod pod) {
    var effects = new HashSet<PodEffect>();
    PodReport.name(pod)
        .ifPresent(id -> {
          owed(pod).forEach(o -> effects.add(new EnsureReleased(id, o)));
          // Also of one that only waits: a deployment that does not want it says so.
          PodReport.of(pod).ifPresent(report -> effects.add(new EnsureReported(id, report)));
        });
    next(pod).ifPresent(effects::add);
    effects.addAll(CompanyEffects.of(pod));
    reset(pod).ifPresent(effects::add);
    return effects;
  }

  /// What the pod waits for, unless it is at an end.
  private static Optional<PodEffect> next(Pod pod) {
    return switch (pod) {
      case Pod.Absent _, Pod.Stopped _, Pod.Failed _ -> Optional.empty();
      case Pod.Pending(var life, _, var notBefore) when notBefore.isPresent() ->
          Optional.of(
              new WakeAt(notBefore.get(), new EndBackoff(life.incarnation(), life.attempt())));
      case Pod.Pending(Life(var wanted, var incarnation, _, _, _, _, _, _), _, _) ->
          Optional.of(new EnsurePlacement(wanted.pod(), incarnation, wanted.needs()));
      case Pod.Reserving(Life(var wanted, var incarnation, _, _, _, _, _, _), var node) ->
          Optional.of(new EnsureReserved(wanted.pod(), node, incarnation, wanted.needs()));
      case Pod.Creating(var life, var at) when life.company().isPresent() ->
          CompanyEffects.ofOwn(life, life.company().get(), at);
      case Pod.Creating(var life, var at) -> Optional.of(running(life, at));
      case Pod.Running(var life, var at, _, _) -> Optional.of(running(life, at));
      case Pod.BackingOff(var life, _, _, var until) ->
          Optional.of(new WakeAt(until, new EndBackoff(life.incarnation(), life.attempt())));
      case Pod.Stopping(var life, _, _, _)
          when life.company().filter(Company::ownGone).isPresent() ->
          Optional.empty();
      case Pod.Stopping(
              Life(var wanted, var incarnation, _, _, _, _, _, _),
              var at,
              _,
              var drain) ->
          Optional.of(
              new EnsureGone(
                  wanted.pod(),
                  at.node(),
                  incarnation,
                  wanted.stop(),
                  drain.map(Pod.Drain::since)));
    };
  }

  private static Optional<PodEffect> reset(Pod pod) {
    return pod instanceof Pod.Running(var life, _, _, var health)
            && life.restarts() > 0
            && health.liveness() == Liveness.HEALTHY
        ? Optional.of(
            new WakeAt(
                health.since().plus(NextAttempt.HEALTHY),
                new ResetRestarts(life.incarnation(), life.attempt())))
        : Optional.empty();
  }

  static PodEffect running(Life life, Placement at) {
    return new EnsureRunning(
        life.assignment().pod(),
        at.node(),
        life.incarnation(),
        life.attempt(),
        life.restarts(),
        life.pullFailures(),
        life.assignment().revision(),
        // What is published belongs to the holder, if there is one.
        life.company().isPresent() ? List.of() : at.ports());
  }

  static List<Owed> owed(Pod pod) {
    return pod instanceof Pod.Absent(_, _, var owed)
        ? owed
        : pod.lived().map(Life::owed).orElse(List.of());
  }
}
