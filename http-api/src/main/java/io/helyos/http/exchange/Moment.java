package io.helyos.http.exchange;

import io.helyos.contract.spec.text.DurationText;
import io.helyos.contract.spec.text.Parsed;
import io.helyos.contract.spec.text.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A point in time as people write it: `2030-01-31T12:00:00Z`, or `10m` and `10m ago`.
public final class Moment {
  private static final String AGO = " ago";

  private Moment() {}

  /// Empty when the text is neither a time nor a duration.
  public static Optional<Instant> read(String text, Instant now) {
    var span = text.endsWith(AGO) ? text.substring(0, text.length() - AGO.length()) : text;
    if (DurationText.parse(span.strip()) instanceof Parsed.Value<Duration>(var ago)) {
      return Optional.of(now.minus(ago));
    }
    return Timestamp.parse(text) instanceof Parsed.Value<Instant>(var time)
        ? Optional.of(time)
        : Optional.empty();
  }

  /// Refuses what is neither.
  ///
  /// @param name of the parameter
  public static Instant of(String name, String text, Instant now) {
    return read(text, now)
        .orElseThrow(() ->
            Query.bad(
                "Expected `%s` to be a duration such as 10m or a time such as 2030-01-31T12:00:00Z, found `%s`."
                    .formatted(name, text)));
  }
}
