package io.helyos.model.pod;

/// Why a container did not come up.
public enum StartFailure {
  /// The image cannot be had: its own back-off, no crash.
  IMAGE("ErrImagePull"),
  /// A host port is held by a stranger: placed anew, no crash.
  PORT_TAKEN("PortTaken"),
  /// A container that is not ours has the name.
  NAME_TAKEN("NameTaken"),
  /// The engine failed at it, and answers otherwise: another try may go well.
  ENGINE("EngineError"),
  /// The engine refuses to create or execute it.
  REFUSED("Error");

  private final String reason;

  StartFailure(String reason) {
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
