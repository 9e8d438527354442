package io.helyos.model.cluster;

/// The cluster wants nothing from outside yet.
public sealed interface ClusterEffect {
  /// Has no value.
  enum None implements ClusterEffect {}
}
