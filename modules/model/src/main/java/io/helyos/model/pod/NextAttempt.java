package io.helyos.model.pod;

import io.helyos.model.template.Backoff;
import io.helyos.model.template.RestartPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Whether and when a container is started again: the restart policy and the back-off. The pod
/// decides by it, and so does the agent while no pod can be reached: both come to the same instant.
///
/// @param restarts in a row, this one counted
/// @param pullFailures in a row, this one counted
/// @param due empty when no further attempt is wanted here
public record NextAttempt(int restarts, int pullFailures, Optional<Instant> due) {
  /// After so much unbroken health the restart counter starts anew; the figure is the
  /// specification's.
  public static final Duration HEALTHY = Duration.ofMinutes(10);

  /// A process that was killed for its memory has failed, whatever its container ended with.
  private static final int OUT_OF_MEMORY = 137;

  /// After the end of a container that has run.
  ///
  /// @param before restarts in a row until now
  public static NextAttempt afterExit(
      RestartPolicy policy, Backoff backoff, int before, Exit exit) {
    var counted = wasHealthy(exit) ? 0 : before;
    var again =
        exit.unhealthy().isPresent()
            ? policy != RestartPolicy.NEVER
            : policy.restartsAfter(exit.oomKilled() ? OUT_OF_MEMORY : exit.code());
    if (!again) return new NextAttempt(counted, 0, Optional.empty());
    // From the engine's own instant: every party computes the same deadline.
    var due = exit.finishedAt().plus(backoff.before(counted + 1));
    return new NextAttempt(counted + 1, 0, Optional.of(due));
  }

  /// Ten minutes of health count also when nobody was there to note them.
  private static boolean wasHealthy(Exit exit) {
    return exit.healthySince()
        .filter(since -> !since.plus(HEALTHY).isAfter(exit.finishedAt()))
        .isPresent();
  }

  /// After a start that came to nothing.
  ///
  /// @param at when the engine has said no
  public static NextAttempt afterFailedStart(
      StartFailure failure,
      RestartPolicy policy,
      Backoff backoff,
      int restarts,
      int pullFailures,
      Instant at) {
    return switch (failure) {
      case IMAGE -> {
        var failures = pullFailures + 1;
        yield new NextAttempt(restarts, failures, Optional.of(at.plus(pullBackoff(failures))));
      }
      case PORT_TAKEN -> new NextAttempt(restarts, 0, Optional.empty());
      case REFUSED ->
          policy == RestartPolicy.NEVER
              ? new NextAttempt(restarts, 0, Optional.empty())
              : crashed(backoff, restarts, at);
      // Somebody may take the stranger away, and an engine may recover; the container itself has
      // done nothing wrong.
      case NAME_TAKEN, ENGINE -> crashed(backoff, restarts, at);
    };
  }

  private static NextAttempt crashed(Backoff backoff, int restarts, Instant at) {
    return new NextAttempt(restarts + 1, 0, Optional.of(at.plus(backoff.before(restarts + 1))));
  }

  /// An image that cannot be had is asked for again on the default ladder, whatever the pod's own
  /// back-off is: a registry is no crash loop.
  private static Duration pullBackoff(int failures) {
    return Backoff.DEFAULT.before(failures + 1);
  }
}
