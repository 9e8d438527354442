package io.helyos.model.deployment;

import io.helyos.model.deployment.Deployment.Active;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/// The times that a rollout waits for.
final class Waits {
  private Waits() {}

  /// The next of them: the deadline, or a pod that will have been ready for long enough.
  static Optional<Instant> next(Active active) {
    if (!active.wantsPods() || active.rollout().state() == Rollout.State.COMPLETED) {
      return Optional.empty();
    }
    var proven = firstProven(active);
    if (!active.rollout().isActive()) return proven;
    var deadline = active.rollout().deadline();
    return Optional.of(proven.filter(time -> time.isBefore(deadline)).orElse(deadline));
  }

  private static Optional<Instant> firstProven(Active active) {
    if (active.minReady().isZero()) return Optional.empty();
    var times = new ArrayList<Instant>();
    active
        .slots()
        .forEach((_, slot) -> {
          if (slot.revision() == active.revision()) {
            slot.provenAt(active.minReady()).ifPresent(times::add);
          }
        });
    return times.stream().min(Instant::compareTo);
  }
}
