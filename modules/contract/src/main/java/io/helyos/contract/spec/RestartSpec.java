package io.helyos.contract.spec;

/// Whether a container that has exited is started again.
public enum RestartSpec {
  ALWAYS,
  ONFAILURE,
  NEVER
}
