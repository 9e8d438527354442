package io.helyos.client.stream;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// A line that a container wrote.
///
/// @param pod empty when the daemon did not say
public record LogEntry(String pod, Optional<Instant> time, String text) {
  /// The frame's id is `pod@time;place`, and the place is the daemon's own business.
  static LogEntry of(SseFrame frame) {
    var line = frame.id().split(";", 2)[0];
    var at = line.lastIndexOf('@');
    if (at < 0) return new LogEntry(line, Optional.empty(), frame.data());
    return new LogEntry(line.substring(0, at), time(line.substring(at + 1)), frame.data());
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
