package io.helyos.model.template;

/// Whether a container that has exited is started again.
public enum RestartPolicy {
  ALWAYS,
  ONFAILURE,
  NEVER;

  public boolean restartsAfter(int exitCode) {
    return switch (this) {
      case ALWAYS -> true;
      case ONFAILURE -> exitCode != 0;
      case NEVER -> false;
    };
  }
}
