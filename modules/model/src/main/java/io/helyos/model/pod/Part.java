package io.helyos.model.pod;

/// A companion as far as its pod decides by it.
///
/// @param name unique in the pod
/// @param checked whether it has a liveness check
/// @param gated whether it has a readiness check of its own
public record Part(String name, Role role, boolean checked, boolean gated) {
  /// What a companion is there for, in the order in which they start.
  public enum Role {
    /// Keeps the network that all share.
    HOLDER,
    /// Runs to success before the others.
    INIT,
    /// Runs as long as the pod's own container does.
    BESIDE
  }
}
