package io.helyos.client.stream;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// A line that a container wrote.
///
/// @param pod empty when the daemon did not say
public record LogEntry(String pod, Optional<Instant> time, String text) {
  /// The frame's id is `pod@time`.
  static LogEntry of(SseFrame frame) {
    var at = frame.id().lastIndexOf('@');
    if (at < 0) return new LogEntry(frame.id(), Optional.empty(), frame.data());
    return new LogEntry(
        frame.id().substring(0, at), time(frame.id().substring(at + 1)), frame.data());
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
