package io.helyos.model.template;

import java.time.Duration;

/// The wait before a restart: doubles with each one, up to a ceiling.
///
/// @param initial before the first restart; zero means at once, and one second before the second
public record Backoff(Duration initial, Duration max) {
  /// As in the specification: 1 s doubling to 300 s.
  public static final Backoff DEFAULT = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5));

  /// The wait before the n-th restart in a row, counted from 1.
  public Duration before(int restart) {
    if (initial.isZero()) {
      return restart <= 1 ? Duration.ZERO : capped(Duration.ofSeconds(1), restart - 1);
    }
    return capped(initial, restart);
  }

  private Duration capped(Duration first, int restart) {
    var wait = first;
    for (var n = 1; n < restart && wait.compareTo(max) < 0; n++) wait = wait.multipliedBy(2);
    return wait.compareTo(max) < 0 ? wait : max;
  }
}
