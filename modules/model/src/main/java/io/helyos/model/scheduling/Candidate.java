package io.helyos.model.scheduling;

import io.helyos.model.node.Node;
import java.util.Optional;

/// A node as the scheduler sees it for one pod.
///
/// @param freeMemory fraction of 0 to 1 that is not reserved
/// @param freeCpu fraction of 0 to 1 that is not reserved
/// @param pods reserved, and assumed to be on their way
/// @param siblings pods of the same deployment there
/// @param trouble why nothing can be begun there now, though the node is known
public record Candidate(
    Node.Registered node,
    double freeMemory,
    double freeCpu,
    int pods,
    int siblings,
    Optional<String> trouble) {
  /// A node whose engine answers.
  public Candidate(
      Node.Registered node, double freeMemory, double freeCpu, int pods, int siblings) {
    this(node, freeMemory, freeCpu, pods, siblings, Optional.empty());
  }
}
