package io.helyos.model.pod;

import io.helyos.model.pod.PodCommand.EndBackoff;
import io.helyos.model.pod.PodCommand.ResetRestarts;
import io.helyos.model.pod.PodEffect.EnsureGone;
import io.helyos.model.pod.PodEffect.EnsurePlacement;
import io.helyos.model.pod.PodEffect.EnsureReleased;
import io.helyos.model.pod.PodEffect.EnsureReported;
import io.helyos.model.pod.PodEffect.EnsureReserved;
import io.helyos.model.pod.PodEffect.EnsureRunning;
import io.helyos.model.pod.PodEffect.WakeAt;
import io.helyos.model.pod.PodReport.Phase;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What must be true outside for each state of a pod.
final class PodEffects {
  /// After so much unbroken running the restart counter starts anew; the figure is the
  /// specification's.
  private static final Duration HEALTHY = Duration.ofMinutes(10);

  private PodEffects() {}

  static Set<PodEffect> of(Pod pod) {
    var effects = new HashSet<PodEffect>();
    PodReport.name(pod)
        .ifPresent(id -> {
          owed(pod).forEach(o -> effects.add(new EnsureReleased(id, o)));
          // A deployment takes a pod for pending until it hears otherwise.
          PodReport.of(pod)
              .filter(report -> report.phase() != Phase.PENDING)
              .ifPresent(report -> effects.add(new EnsureReported(id, report)));
        });
    switch (pod) {
      case Pod.Absent _, Pod.Stopped _, Pod.Failed _ -> {}
      case Pod.Pending(var life, _) ->
          effects.add(
              new EnsurePlacement(
                  life.assignment().pod(), life.incarnation(), life.assignment().needs()));
      case Pod.Reserving(var life, var node) ->
          effects.add(
              new EnsureReserved(
                  life.assignment().pod(), node, life.incarnation(), life.assignment().needs()));
      case Pod.Creating(var life, var at) -> effects.add(running(life, at));
      case Pod.Running(var life, var at, var container) -> {
        effects.add(running(life, at));
        if (life.restarts() > 0) {
          effects.add(
              new WakeAt(
                  container.startedAt().plus(HEALTHY),
                  new ResetRestarts(life.incarnation(), life.attempt())));
        }
      }
      case Pod.BackingOff(var life, _, _, var until) ->
          effects.add(new WakeAt(until, new EndBackoff(life.incarnation(), life.attempt())));
      case Pod.Stopping(var life, var at, _) ->
          effects.add(
              new EnsureGone(
                  life.assignment().pod(),
                  at.node(),
                  life.incarnation(),
                  life.assignment().stop()));
    }
    return effects;
  }

  private static PodEffect running(Life life, Placement at) {
    return new EnsureRunning(
        life.assignment().pod(),
        at.node(),
        life.incarnation(),
        life.attempt(),
        life.assignment().revision(),
        at.ports());
  }

  static List<Owed> owed(Pod pod) {
    return pod instanceof Pod.Absent(_, _, var owed)
        ? owed
        : pod.lived().map(Life::owed).orElse(List.of());
  }
}
