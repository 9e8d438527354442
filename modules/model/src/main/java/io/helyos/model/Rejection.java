package io.helyos.model;

/// Why a command was refused: what was expected, what was found, what to do.
public record Rejection(Kind kind, String message) {
  /// Decides the HTTP status and the exit code that a user sees.
  public enum Kind {
    /// The command makes no sense: 422.
    INVALID,
    /// What it is about does not exist: 404.
    NOT_FOUND,
    /// It contradicts what is: 409.
    CONFLICT,
    /// News or timers from a life that is over; their sender may forget them: 409.
    STALE,
    /// The state is not the one that the sender named: 412.
    PRECONDITION,
    /// Not now: 503.
    UNAVAILABLE
  }

  public static Rejection invalid(String message) {
    return new Rejection(Kind.INVALID, message);
  }

  public static Rejection notFound(String message) {
    return new Rejection(Kind.NOT_FOUND, message);
  }

  public static Rejection conflict(String message) {
    return new Rejection(Kind.CONFLICT, message);
  }

  public static Rejection stale(String message) {
    return new Rejection(Kind.STALE, message);
  }
}
