package io.helyos.contract.spec.text;

import java.time.Duration;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Lengths of time: `500ms`, `10s`, `5m`, `1h`; a bare number is seconds.
public final class DurationText {
  public static final String PATTERN = "(0|[1-9][0-9]{0,8})(ms|s|m|h)?";

  private static final Pattern DURATION = Pattern.compile(PATTERN);

  private DurationText() {}

  public static Parsed<Duration> parse(String text) {
    var matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      return Parsed.bad(
          "expected a duration such as 500ms, 10s, 5m or 1h, found %s: write one number and one unit"
              .formatted(Quote.of(text)));
    }
    var amount = Long.parseLong(matcher.group(1));
    var unit = matcher.group(2);
    return Parsed.of(
        switch (unit == null ? "s" : unit) {
          case "ms" -> Duration.ofMillis(amount);
          case "m" -> Duration.ofMinutes(amount);
          case "h" -> Duration.ofHours(amount);
          default -> Duration.ofSeconds(amount);
        });
  }

  /// A parser that also refuses what is too short or too long to make sense.
  public static Function<String, Parsed<Duration>> between(Duration least, Duration most) {
    return text -> parse(text).then(duration -> within(duration, least, most, text));
  }

  private static Parsed<Duration> within(
      Duration duration, Duration least, Duration most, String text) {
    return duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0
        ? Parsed.of(duration)
        : Parsed.refused(
            Code.OUT_OF_RANGE,
            "expected a duration from %s to %s, found %s: choose one in between"
                .formatted(show(least), show(most), text));
  }

  /// In the largest unit that divides it, so that it reads back as the same duration.
  public static String show(Duration duration) {
    if (duration.toMillisPart() != 0) {
      return duration.toMillis() + "ms";
    }
    if (duration.isZero() || duration.toSecondsPart() != 0) {
      return duration.toSeconds() + "s";
    }
    return duration.toMinutesPart() != 0 ? duration.toMinutes() + "m" : duration.toHours() + "h";
  }
}
