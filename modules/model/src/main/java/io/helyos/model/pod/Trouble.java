package io.helyos.model.pod;

import java.util.List;
import java.util.Optional;

/// Why a pod is not running: a reason from the specification's list, a message that says what to
/// do, and what its container has left behind.
///
/// @param exitCode of the container, if it ended
/// @param lastLines that it wrote before
public record Trouble(
    String reason, String message, Optional<Integer> exitCode, List<String> lastLines) {
  static final String COMPLETED = "Completed";

  public Trouble {
    lastLines = List.copyOf(lastLines);
  }

  /// A trouble that no container has left anything behind of.
  public Trouble(String reason, String message) {
    this(reason, message, Optional.empty(), List.of());
  }

  /// Whether it is none: the container has done what it was there for.
  public boolean isCompletion() {
    return reason.equals(COMPLETED);
  }

  Trouble of(int code, List<String> lines) {
    return new Trouble(reason, message, Optional.of(code), lines);
  }

  /// The same, in words that say which container of its pod it is about.
  Trouble ofContainer(String name) {
    return new Trouble(reason, "Container %s: %s".formatted(name, message), exitCode, lastLines);
  }
}
