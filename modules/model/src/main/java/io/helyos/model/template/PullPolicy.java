package io.helyos.model.template;

/// When the engine fetches the image from its registry.
public enum PullPolicy {
  ALWAYS,
  MISSING,
  NEVER
}
