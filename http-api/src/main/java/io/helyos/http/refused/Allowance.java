package io.helyos.http.refused;

import java.time.Duration;
import java.time.Instant;

/// How many entries may be written: so many at once, and then one in each interval. Whoever knocks
/// at the door all day cannot fill the disk.
final class Allowance {
  private final int most;
  private final Duration interval;
  private int left;
  private Instant refilled;

  Allowance(int most, Duration interval, Instant now) {
    this.most = most;
    this.interval = interval;
    this.left = most;
    this.refilled = now;
  }

  /// Whether one more may be written now.
  boolean take(Instant now) {
    refill(now);
    if (left == 0) return false;
    left--;
    return true;
  }

  private void refill(Instant now) {
    var more = Duration.between(refilled, now).dividedBy(interval);
    if (more <= 0) return;
    left = (int) Math.min(most, left + more);
    refilled = refilled.plus(interval.multipliedBy(more));
  }
}
