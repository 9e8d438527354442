package io.helyos.daemon;

/// The sentence at the bottom of a failure.
final class Reasons {
  private Reasons() {}

  static String of(Throwable failure) {
    var deepest = failure;
    for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) deepest = cause;
    var said = failure instanceof StartFailure ? failure : deepest;
    var message = said.getMessage();
    return message == null ? said.getClass().getSimpleName() : message;
  }
}
