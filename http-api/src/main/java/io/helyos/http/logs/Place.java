package io.helyos.http.logs;

import io.helyos.model.port.LogLine;
import io.helyos.model.port.LogQuery;
import io.helyos.orchestrator.logs.PodContainer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/// Where a reader stands in the log of one container: so many lines after an instant.
///
/// The time of the last line alone would not do. Lines can have the same time, and the two outputs
/// of a process can come a little out of order. So the instant lies a while back, and the lines
/// since then are counted; a log is only ever added to, so the count stays true.
///
/// @param anchor lines before it are of no interest, or have been given
/// @param given how many have been given from there on; [#NOTHING_ASKED] before the container was
///   opened, when it is still open with how many lines to begin
/// @param newest of all times that were given
/// @param next the anchor that follows, later than anything that was given when it was set
record Place(
    long incarnation,
    int attempt,
    Instant anchor,
    int given,
    Instant newest,
    Instant next,
    int givenSinceNext) {
  /// So far out of order lines may be.
  private static final Duration DISORDER = Duration.ofSeconds(1);

  private static final int NOTHING_ASKED = -1;

  /// A container that is there when a stream begins.
  static Place unopened(PodContainer container) {
    var none = Instant.EPOCH;
    return of(container.incarnation(), container.attempt(), none, NOTHING_ASKED, none);
  }

  /// Before the first line of a container that is not older than an instant.
  static Place before(PodContainer container, Instant anchor) {
    return of(container.incarnation(), container.attempt(), anchor, 0, anchor);
  }

  static Place of(long incarnation, int attempt, Instant anchor, int given, Instant newest) {
    return new Place(incarnation, attempt, anchor, given, newest, newest.plusNanos(1), 0);
  }

  Place after(LogLine line) {
    var time = line.time();
    var latest = time.isAfter(newest) ? time : newest;
    var counted = given + (time.isBefore(anchor) ? 0 : 1);
    var countedSinceNext = givenSinceNext + (time.isBefore(next) ? 0 : 1);
    if (time.isBefore(next.plus(DISORDER))) {
      return new Place(incarnation, attempt, anchor, counted, latest, next, countedSinceNext);
    }
    var then = latest.plusNanos(1);
    return new Place(incarnation, attempt, next, countedSinceNext, latest, then, 0);
  }

  boolean isUnopened() {
    return given == NOTHING_ASKED;
  }

  boolean isIn(PodContainer container) {
    return container.isAttempt(incarnation, attempt);
  }

  boolean isAfter(PodContainer container) {
    return container.isBefore(incarnation, attempt);
  }

  /// What is to be asked for to go on. It brings again what has been given since the anchor.
  LogQuery rest(boolean follow) {
    var since = anchor.isAfter(Instant.EPOCH) ? Optional.of(anchor) : Optional.<Instant>empty();
    return new LogQuery(follow, -1, since);
  }

  /// Lets through what has not been given. For one reading of [#rest].
  Predicate<LogLine> unread() {
    return new Predicate<>() {
      private int left = given;

      @Override
      public boolean test(LogLine line) {
        if (line.time().isBefore(anchor)) return false;
        // A later one than any that was given: those in between are no longer kept.
        if (line.time().isAfter(newest)) left = 0;
        return left == 0 || left-- == 0;
      }
    };
  }
}
