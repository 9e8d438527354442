package io.helyos.cli.shell;

import io.helyos.client.failure.FailureKind;

/// What the process says to its caller; never changed by an output format.
public final class ExitCode {
  public static final int DONE = 0;

  /// The work itself failed, or was not done in time.
  public static final int FAILED = 1;

  /// Wrong usage, or a spec or configuration that is not valid.
  public static final int INVALID = 2;

  public static final int NOT_FOUND = 3;

  /// The state of things forbids it.
  public static final int CONFLICT = 4;

  /// The daemon is not reachable, or does not allow it.
  public static final int UNREACHABLE = 5;

  /// Ctrl-C.
  public static final int INTERRUPTED = 130;

  private ExitCode() {}

  public static int of(FailureKind kind) {
    return switch (kind) {
      case FAILED -> FAILED;
      case INVALID -> INVALID;
      case NOT_FOUND -> NOT_FOUND;
      case CONFLICT -> CONFLICT;
      case NOT_ALLOWED, UNREACHABLE -> UNREACHABLE;
    };
  }
}
