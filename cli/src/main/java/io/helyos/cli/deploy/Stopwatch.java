package io.helyos.cli.deploy;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The time since something began, or how long it took once it has ended.
final class Stopwatch {
  private final long from = System.nanoTime();
  private @Nullable Duration end;

  Duration elapsed() {
    return end == null ? Duration.ofNanos(System.nanoTime() - from) : end;
  }

  /// Keeps the time at which this was first so; what is no longer so runs on.
  void settled(boolean settled) {
    if (!settled) end = null;
    else if (end == null) end = elapsed();
  }

  double seconds() {
    return elapsed().toMillis() / 1_000.0;
  }

  String text() {
    return String.format(Locale.ROOT, "%.1f s", seconds());
  }
}
