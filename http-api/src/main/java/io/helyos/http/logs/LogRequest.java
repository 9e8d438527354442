package io.helyos.http.logs;

import io.helyos.contract.spec.text.DurationText;
import io.helyos.contract.spec.text.Parsed;
import io.helyos.contract.spec.text.Timestamp;
import io.helyos.http.exchange.Query;
import io.helyos.model.PodId;
import io.helyos.model.port.LogQuery;
import java.time.Instant;
import java.util.Optional;

/// What a client wants of the logs.
///
/// @param pod a whole name or an index
/// @param tail so many of the last lines of each pod, -1 for all
record LogRequest(
    Optional<String> pod, boolean follow, int tail, Optional<Instant> since, boolean timestamps) {
  private static final long MOST_LINES = 1_000_000;

  static LogRequest of(Query query, Instant now) {
    return new LogRequest(
        query.text("pod"),
        query.flag("follow", true),
        query.number("tail", 0, MOST_LINES).map(Long::intValue).orElse(-1),
        query.text("since").map(text -> since(text, now)),
        query.flag("timestamps", false));
  }

  boolean wants(PodId id) {
    return pod.isEmpty()
        || pod.get().equals(id.podName())
        || pod.get().equals(Integer.toString(id.index()));
  }

  /// Of the containers that are there when the stream begins.
  LogQuery first() {
    return new LogQuery(follow, tail, since);
  }

  /// Of those that start later, everything is new.
  LogQuery later() {
    return new LogQuery(follow, -1, Optional.empty());
  }

  private static Instant since(String text, Instant now) {
    if (DurationText.parse(text) instanceof Parsed.Value<java.time.Duration>(var ago)) {
      return now.minus(ago);
    }
    return switch (Timestamp.parse(text)) {
      case Parsed.Value<Instant>(var time) -> time;
      case Parsed.Refused<Instant> _ ->
          throw Query.bad(
              "Expected `since` to be a duration such as 10m or a time such as 2030-01-31T12:00:00Z, found `%s`."
                  .formatted(text));
    };
  }
}
