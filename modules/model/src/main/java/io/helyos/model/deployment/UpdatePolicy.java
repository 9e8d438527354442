package io.helyos.model.deployment;

import java.time.Duration;

/// How a rollout moves the pods to another revision. Not part of the template: changing it makes no
/// revision.
///
/// @param maxSurge so many pods more than wanted may exist
/// @param maxUnavailable so many of the wanted pods may be missing
/// @param minReady how long a new pod has to be ready before it counts
/// @param progressDeadline the rollout fails when nothing moves for so long
/// @param failureThreshold restarts of a new pod that make the rollout fail
public record UpdatePolicy(
    Strategy strategy,
    int maxSurge,
    int maxUnavailable,
    Duration minReady,
    Duration progressDeadline,
    OnFailure onFailure,
    int failureThreshold) {
  /// As in the specification: one more pod first, and none missing.
  public static final UpdatePolicy DEFAULT = rolling(1, 0);

  public enum Strategy {
    /// Batch by batch.
    ROLLING,
    /// All stop, then all start.
    RECREATE
  }

  public enum OnFailure {
    /// Leave everything as it is.
    STOP,
    /// Return to the last revision that completed.
    ROLLBACK
  }

  /// Batch by batch, within these bounds.
  public static UpdatePolicy rolling(int maxSurge, int maxUnavailable) {
    return new UpdatePolicy(
        Strategy.ROLLING,
        maxSurge,
        maxUnavailable,
        Duration.ZERO,
        Duration.ofMinutes(10),
        OnFailure.STOP,
        3);
  }

  /// The same with all pods stopping before any starts.
  public UpdatePolicy recreating() {
    return new UpdatePolicy(
        Strategy.RECREATE,
        maxSurge,
        maxUnavailable,
        minReady,
        progressDeadline,
        onFailure,
        failureThreshold);
  }

  /// The same with another time that a pod has to be ready for.
  public UpdatePolicy withMinReady(Duration time) {
    return new UpdatePolicy(
        strategy, maxSurge, maxUnavailable, time, progressDeadline, onFailure, failureThreshold);
  }

  /// The same, taking back what fails.
  public UpdatePolicy rollingBack() {
    return new UpdatePolicy(
        strategy,
        maxSurge,
        maxUnavailable,
        minReady,
        progressDeadline,
        OnFailure.ROLLBACK,
        failureThreshold);
  }
}
