package io.helyos.orchestrator.probe;

import java.time.Duration;
import java.util.Locale;

/// What a container said, made fit for events, tables and terminals.
final class Words {
  private Words() {}

  /// On one line, without anything that a terminal would obey.
  static String clean(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) || !Character.isDefined(c) ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip();
  }

  static String of(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }

  /// The system's words for why there is no connection.
  static String of(Exception e) {
    var said = e.getMessage();
    return said == null ? e.getClass().getSimpleName() : clean(said).toLowerCase(Locale.ROOT);
  }
}
