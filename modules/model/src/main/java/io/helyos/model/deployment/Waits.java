package io.helyos.model.deployment;

import io.helyos.model.deployment.Deployment.Active;
import java.time.Instant;
import java.util.Optional;

/// The time that a rollout waits for.
final class Waits {
  private Waits() {}

  /// Its deadline, while it moves.
  static Optional<Instant> next(Active active) {
    return active.wantsPods() && active.rollout().isActive() && !Leaving.isAll(active)
        ? Optional.of(active.rollout().deadline())
        : Optional.empty();
  }
}
