package io.helyos.model.cluster;

/// What the cluster wants its nodes to know.
public sealed interface ClusterEffect {
  /// The node knows that its machine is lost.
  ///
  /// @param time the n-th loss of this node
  record EnsureLost(String node, int time) implements ClusterEffect {}

  /// The node knows that its machine is back from this loss.
  record EnsureBack(String node, int time) implements ClusterEffect {}
}
