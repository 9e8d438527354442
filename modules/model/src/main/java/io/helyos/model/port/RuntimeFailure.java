package io.helyos.model.port;

/// The engine said no, or said nothing. The message is fit for a user's eyes.
public final class RuntimeFailure extends RuntimeException {
  private final Kind kind;

  public RuntimeFailure(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public RuntimeFailure(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  public enum Kind {
    NAME_TAKEN,
    NOT_FOUND,
    IMAGE_MISSING,
    PULL_FAILED,
    PORT_TAKEN,
    /// The engine refuses what was asked, and will again.
    INVALID,
    /// No connection could be made: nothing was asked.
    UNREACHABLE,
    /// The question went out and no answer came: it may have been carried out.
    UNKNOWN_OUTCOME,
    /// The engine's own fault.
    ENGINE_ERROR
  }
}
