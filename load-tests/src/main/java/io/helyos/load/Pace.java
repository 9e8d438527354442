package io.helyos.load;

import java.time.Duration;

/// How long is measured. `-Dhelyos.pace=0.1` takes a tenth of every time, to try a benchmark; its
/// report then says so, because such figures are no figures.
final class Pace {
  private static final double PACE = Double.parseDouble(System.getProperty("helyos.pace", "1"));

  private Pace() {}

  static Duration of(Duration whole) {
    return Duration.ofMillis(Math.round(whole.toMillis() * PACE));
  }

  /// Marks a report whose times were not the whole ones.
  static void tell(Report report) {
    if (PACE != 1) report.paragraph("**Only a try**: %s of the times.".formatted(PACE));
  }
}
