package io.helyos.client.failure;

/// What kind of failure it was, for callers that branch on it.
public enum FailureKind {
  /// The daemon could not do it.
  FAILED,
  /// What was asked makes no sense: the request or the configuration must change.
  INVALID,
  NOT_FOUND,
  /// The state of things forbids it now.
  CONFLICT,
  NOT_ALLOWED,
  /// No usable answer: nobody there, or not ready.
  UNREACHABLE;

  /// Whether the same call may well succeed a little later.
  public boolean isPassing() {
    return this == UNREACHABLE;
  }

  /// The kind that an HTTP status stands for.
  public static FailureKind ofStatus(int status) {
    return switch (status) {
      case 400, 405, 406, 413, 414, 415, 422, 431 -> INVALID;
      case 401, 403, 421 -> NOT_ALLOWED;
      case 404, 410 -> NOT_FOUND;
      case 409, 412 -> CONFLICT;
      case 408, 429, 502, 503, 504 -> UNREACHABLE;
      default -> FAILED;
    };
  }
}
