package io.helyos.cli.deploy;

import java.time.Duration;
import java.util.Locale;

/// The time since a deploy began.
final class Stopwatch {
  private final long from = System.nanoTime();

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - from);
  }

  double seconds() {
    return elapsed().toMillis() / 1_000.0;
  }

  String text() {
    return String.format(Locale.ROOT, "%.1f s", seconds());
  }
}
