package io.helyos.model.pod;

import java.time.Instant;

/// How a running container answers its checks.
///
/// @param ready whether it is to get traffic
/// @param answer that the last change came with, empty before the first
/// @param since when its liveness became what it is
public record Health(Liveness liveness, boolean ready, String answer, Instant since) {
  public enum Liveness {
    /// It runs, and its check has not passed yet.
    STARTING,
    /// Its check passes, or it has none.
    HEALTHY,
    /// Its check has failed so often in a row that it is being ended.
    UNHEALTHY
  }

  /// Of a container that has just been started.
  ///
  /// @param checked whether it has a liveness check
  /// @param gated whether it has a readiness check
  public static Health atStart(boolean checked, boolean gated, Instant startedAt) {
    return new Health(
        checked ? Liveness.STARTING : Liveness.HEALTHY, !checked && !gated, "", startedAt);
  }

  /// Later news of the same container.
  public Health becoming(Liveness next, boolean nowReady, String said, Instant at) {
    return new Health(next, nowReady, said, next == liveness ? since : at);
  }

  /// Whether this says anything that the other does not.
  public boolean differsFrom(Health other) {
    return liveness != other.liveness || ready != other.ready || !answer.equals(other.answer);
  }
}
