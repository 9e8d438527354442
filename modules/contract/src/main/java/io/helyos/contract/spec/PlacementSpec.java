package io.helyos.contract.spec;

import io.helyos.contract.spec.text.LabelSelector;
import java.util.List;
import java.util.Optional;

/// Where pods may run.
///
/// @param nodes all must match a node's labels; empty means any node
/// @param spread the label whose values the pods are spread over
/// @param exclusive never two of a slot at any time, even in a partition
public record PlacementSpec(
    List<LabelSelector> nodes, Mode mode, Optional<String> spread, boolean exclusive) {
  public static final PlacementSpec ANYWHERE =
      new PlacementSpec(List.of(), Mode.REPLICAS, Optional.empty(), false);

  public PlacementSpec {
    nodes = List.copyOf(nodes);
  }

  public enum Mode {
    /// As many pods as `replicas` says.
    REPLICAS,
    /// One pod on each fitting node.
    EVERYNODE
  }
}
