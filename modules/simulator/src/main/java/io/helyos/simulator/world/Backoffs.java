package io.helyos.simulator.world;

import io.helyos.model.pod.Pod;
import io.helyos.model.pod.PodEvent;
import io.helyos.model.template.Backoff;
import java.time.Duration;

/// Whether every wait before a restart is as long as the policy says, and no count is lost.
final class Backoffs {
  private static final Duration HEALTHY = Duration.ofMinutes(10);

  private final Watch watch;

  Backoffs(Watch watch) {
    this.watch = watch;
  }

  void stored(Stored stored, PodEvent event, Pod before) {
    switch (event) {
      case PodEvent.PodExited exited -> exited(stored, exited, before);
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

  private void exited(Stored stored, PodEvent.PodExited exited, Pod before) {
    var life = before.lived().orElseThrow();
    var healthy =
        exited
            .exit()
            .healthySince()
            .filter(since -> !since.plus(HEALTHY).isAfter(exited.exit().finishedAt()))
            .isPresent();
    var counted = healthy ? 0 : life.restarts();
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
    watch.expect(
        !(before instanceof Pod.BackingOff waiting)
            || !stored.time().plus(watch.skew()).isBefore(waiting.until()),
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
