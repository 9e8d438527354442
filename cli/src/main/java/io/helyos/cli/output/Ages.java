package io.helyos.cli.output;

import java.time.Duration;
import java.time.Instant;

/// How long ago, in at most two units: `45s`, `2m`, `3h15m`, `5d`.
public final class Ages {
  private Ages() {}

  public static String of(Instant then, Instant now) {
    return of(Duration.between(then, now));
  }

  /// A clock that runs behind makes ages negative; they show as none.
  public static String of(Duration age) {
    var seconds = Math.max(age.toSeconds(), 0);
    if (seconds < 60) return seconds + "s";
    if (seconds < 3_600) return seconds / 60 + "m";
    if (seconds < 86_400) return pair(seconds / 3_600, "h", seconds % 3_600 / 60, "m");
    var days = seconds / 86_400;
    return days < 10 ? pair(days, "d", seconds % 86_400 / 3_600, "h") : days + "d";
  }

  private static String pair(long large, String unit, long small, String lesser) {
    return small == 0 ? large + unit : large + unit + small + lesser;
  }
}
