package io.helyos.contract.spec.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/// Moments in ISO-8601 with their offset from UTC, so that no node's time zone plays a part.
public final class Timestamp {
  private Timestamp() {}

  public static Parsed<Instant> parse(String text) {
    try {
      return Parsed.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Parsed.bad(
          "expected a time such as 2030-01-31T12:00:00Z, found %s: write date, time and offset"
              .formatted(Quote.of(text)));
    }
  }
}
