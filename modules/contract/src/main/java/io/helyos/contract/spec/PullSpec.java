package io.helyos.contract.spec;

/// When the engine fetches the image from its registry.
public enum PullSpec {
  ALWAYS,
  MISSING,
  NEVER
}
