package io.helyos.model.port;

import java.time.Instant;
import java.util.Optional;

/// Which part of a log is wanted.
///
/// @param follow go on until the container ends
/// @param tail at most so many of the last lines; -1 for all
public record LogQuery(boolean follow, int tail, Optional<Instant> since) {
  public static LogQuery last(int lines) {
    return new LogQuery(false, lines, Optional.empty());
  }
}
