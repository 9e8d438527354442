package io.helyos.model.usage;

import java.time.Duration;
import java.time.Instant;

/// A stretch of time.
///
/// @param to is no part of it
public record Period(Instant from, Instant to) {
  public Period {
    if (from.isAfter(to)) {
      throw new IllegalArgumentException("A period from %s cannot end at %s".formatted(from, to));
    }
  }

  boolean holds(Instant time) {
    return !time.isBefore(from) && time.isBefore(to);
  }

  /// How much of the time between two moments lies in it.
  Duration share(Instant first, Instant last) {
    var begin = first.isBefore(from) ? from : first;
    var end = last.isAfter(to) ? to : last;
    return begin.isBefore(end) ? Duration.between(begin, end) : Duration.ZERO;
  }

  /// Without what lies before a moment.
  public Period after(Instant first) {
    if (!first.isAfter(from)) return this;
    return new Period(first.isAfter(to) ? to : first, to);
  }
}
