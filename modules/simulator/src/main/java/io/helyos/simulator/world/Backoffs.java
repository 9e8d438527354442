package io.helyos.simulator.world;

import io.helyos.model.EntityId;
import io.helyos.model.pod.Pod;
import io.helyos.model.pod.PodEvent;
import io.helyos.model.template.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Whether every wait before a restart is as long as the policy says, and no count is lost.
final class Backoffs {
  private static final Duration HEALTHY = Duration.ofMinutes(10);

  private final Watch watch;

  /// The earliest instant of each pod's next container start.
  private final Map<EntityId, Instant> due = new HashMap<>();

  Backoffs(Watch watch) {
    this.watch = watch;
  }

  void stored(Stored stored, PodEvent event, Pod before, Pod after) {
    counts(stored, event, before, after);
    switch (event) {
      case PodEvent.PodExited exited -> {
        exited(stored, exited, before);
        note(stored.entity(), exited.restartAt());
      }
      case PodEvent.PodStartFailed failed -> note(stored.entity(), failed.retryAt());
      case PodEvent.PodAssigned _, PodEvent.PodStopping _, PodEvent.PodVacated _ ->
          due.remove(stored.entity());
      case PodEvent.PodStarted started -> started(stored, started);
      case PodEvent.AttemptBegun begun -> begun(stored, begun, before);
      case PodEvent.RestartsReset _ ->
          watch.expect(
              before instanceof Pod.Running running
                  && !running.health().since().plus(HEALTHY).isAfter(stored.time()),
              "I9",
              () -> "%s forgets restarts before ten minutes are over".formatted(stored.name()));
      default -> {}
    }
  }

  private void note(EntityId pod, Optional<Instant> next) {
    due.remove(pod);
    next.ifPresent(at -> due.put(pod, at));
  }

  /// By the engine's own word, wherever the pod has been meanwhile. An agent's clock may be fast.
  private void started(Stored stored, PodEvent.PodStarted started) {
    var earliest = due.remove(stored.entity());
    var at = started.container().startedAt();
    watch.expect(
        earliest == null || !at.plus(watch.skew()).isBefore(earliest),
        "I9",
        () -> "%s is of a start at %s, due at %s".formatted(stored.name(), at, earliest));
  }

  /// No count is lost, except by ten minutes of health and by another revision.
  private void counts(Stored stored, PodEvent event, Pod before, Pod after) {
    if (event instanceof PodEvent.RestartsReset
        || (event instanceof PodEvent.PodExited exited && wasHealthy(exited))
        || before.lived().isEmpty()
        || after.lived().isEmpty()) {
      return;
    }
    var was = before.lived().get();
    var is = after.lived().get();
    watch.expect(
        is.restarts() >= was.restarts()
            || is.assignment().revision() != was.assignment().revision(),
        "I9",
        () ->
            "%s leaves %d restarts of %d".formatted(stored.name(), is.restarts(), was.restarts()));
  }

  private static boolean wasHealthy(PodEvent.PodExited exited) {
    return exited
        .exit()
        .healthySince()
        .filter(since -> !since.plus(HEALTHY).isAfter(exited.exit().finishedAt()))
        .isPresent();
  }

  private void exited(Stored stored, PodEvent.PodExited exited, Pod before) {
    var life = before.lived().orElseThrow();
    var counted = wasHealthy(exited) ? 0 : life.restarts();
    if (exited.restartAt().isEmpty()) return;
    watch.expect(
        exited.restarts() == counted + 1,
        "I9",
        () ->
            "%s counts %d restarts after %d".formatted(stored.name(), exited.restarts(), counted));
    var due = exited.exit().finishedAt().plus(wait(life.assignment().backoff(), counted + 1));
    watch.expect(
        exited.restartAt().get().equals(due),
        "I9",
        () ->
            "%s is due at %s instead of %s"
                .formatted(stored.name(), exited.restartAt().get(), due));
  }

  private void begun(Stored stored, PodEvent.AttemptBegun begun, Pod before) {
    // The agent goes on by itself while it hears nothing from the pod; its clock may be another.
    var until =
        switch (before) {
          case Pod.BackingOff waiting -> waiting.until();
          case Pod.Pending(_, _, var notBefore) -> notBefore.orElse(Instant.MIN);
          default -> Instant.MIN;
        };
    watch.expect(
        !stored.time().plus(watch.skew()).isBefore(until),
        "I9",
        () -> "%s begins attempt %d before its time".formatted(stored.name(), begun.attempt()));
  }

  /// The specification's ladder, told in another way than the model does.
  private static Duration wait(Backoff backoff, int restart) {
    var zero = backoff.initial().isZero();
    var doublings = zero ? restart - 2 : restart - 1;
    if (doublings < 0) return Duration.ZERO;
    var first = zero ? Duration.ofSeconds(1) : backoff.initial();
    var wait = first.multipliedBy(1L << Math.min(doublings, 20));
    return wait.compareTo(backoff.max()) < 0 ? wait : backoff.max();
  }
}
