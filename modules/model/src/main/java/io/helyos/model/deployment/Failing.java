package io.helyos.model.deployment;

import io.helyos.model.deployment.Deployment.Active;
import io.helyos.model.deployment.Failure.Cause;
import io.helyos.model.pod.PodReport.Phase;
import java.time.Instant;
import java.util.Optional;

/// Whether a rollout has failed: by one of its new pods, or because nothing moves any more.
final class Failing {
  /// A registry may stumble once.
  private static final int MOST_PULL_FAILURES = 1;

  private Failing() {}

  static Optional<Failure> of(Active active, Instant now) {
    for (var index = 0; index < active.slots().bound(); index++) {
      var slot = active.slots().get(index);
      if (slot.isEmpty() || !active.wants(index)) continue;
      if (slot.get().revision() != active.revision()) continue;
      var cause = cause(slot.get(), active);
      if (cause.isPresent()) {
        return Optional.of(
            new Failure(cause.get(), Optional.of(index), slot.get().setbacks().why()));
      }
    }
    return now.isBefore(active.rollout().deadline())
        ? Optional.empty()
        : Optional.of(overdue(active));
  }

  private static Optional<Cause> cause(Slot slot, Active active) {
    if (slot.isAvailable(active.minReady())) return Optional.empty();
    if (slot.phase() == Phase.FAILED) return Optional.of(Cause.ENDED);
    if (slot.pullFailuresInRollout() > MOST_PULL_FAILURES) return Optional.of(Cause.IMAGE);
    return slot.restartsInRollout() >= active.update().failureThreshold()
        ? Optional.of(Cause.RESTARTS)
        : Optional.empty();
  }

  /// The first new pod that is not there tells most.
  private static Failure overdue(Active active) {
    for (var index = 0; index < active.slots().bound(); index++) {
      var slot = active.slots().get(index).filter(s -> s.revision() == active.revision());
      if (slot.isPresent() && !slot.get().isAvailable(active.minReady())) {
        return new Failure(Cause.DEADLINE, Optional.of(index), slot.get().setbacks().why());
      }
    }
    return new Failure(Cause.DEADLINE, Optional.empty(), Optional.empty());
  }
}
