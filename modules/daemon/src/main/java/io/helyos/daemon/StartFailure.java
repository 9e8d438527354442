package io.helyos.daemon;

/// The daemon cannot start, and its operator can do something about it.
public final class StartFailure extends RuntimeException {
  public StartFailure(String message) {
    super(message);
  }

  public StartFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
