package io.helyos.cli.waiting;

import java.util.Locale;
import java.util.Optional;

/// What can be waited for.
public enum Awaited {
  RUNNING,
  /// Running, and every pod is ready.
  HEALTHY,
  STOPPED,
  DELETED;

  /// As it is written on a command line, also in messages about a wrong one.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isReached(Optional<Seen> seen) {
    return switch (this) {
      case RUNNING -> seen.isPresent() && seen.get().running();
      case HEALTHY -> seen.isPresent() && seen.get().ready();
      case STOPPED -> seen.isPresent() && seen.get().stopped();
      case DELETED -> seen.isEmpty();
    };
  }
}
