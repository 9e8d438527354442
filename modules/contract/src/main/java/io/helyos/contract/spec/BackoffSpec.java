package io.helyos.contract.spec;

import java.time.Duration;

/// The wait before a restart, doubled with each one up to `max`.
///
/// @param initial zero restarts at once the first time
public record BackoffSpec(Duration initial, Duration max) {
  public static final BackoffSpec DEFAULT =
      new BackoffSpec(Duration.ofSeconds(1), Duration.ofMinutes(5));
}
