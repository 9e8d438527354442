package io.helyos.contract.spec;

import java.time.Duration;

/// How a rollout moves from one revision to the next.
public record UpdateSpec(
    Strategy strategy,
    int maxSurge,
    int maxUnavailable,
    Duration minReady,
    Duration progressDeadline,
    OnFailure onFailure,
    int failureThreshold) {
  public static final UpdateSpec DEFAULT =
      new UpdateSpec(
          Strategy.ROLLING, 1, 0, Duration.ZERO, Duration.ofMinutes(10), OnFailure.STOP, 3);

  public enum Strategy {
    ROLLING,
    RECREATE
  }

  public enum OnFailure {
    STOP,
    ROLLBACK
  }
}
