package io.helyos.http.history;

import io.helyos.http.exchange.Moment;
import io.helyos.http.exchange.Query;
import io.helyos.model.journal.FeedRow;
import java.time.Instant;
import java.util.Optional;

/// From when to when, both included.
record Window(Optional<Instant> since, Optional<Instant> until) {
  static Window of(Query query, Instant now) {
    return new Window(time(query, "since", now), time(query, "until", now));
  }

  private static Optional<Instant> time(Query query, String name, Instant now) {
    return query.text(name).map(text -> Moment.of(name, text, now));
  }

  boolean holds(FeedRow row) {
    var time = row.recorded().time();
    return since.filter(time::isBefore).isEmpty() && until.filter(time::isAfter).isEmpty();
  }

  /// The same window in a link, where `10m` must not mean another time later.
  String query() {
    return since.map(time -> "&since=" + time).orElse("")
        + until.map(time -> "&until=" + time).orElse("");
  }
}
