package io.helyos.model.scheduling;

import io.helyos.model.node.Node;

/// A node as the scheduler sees it for one pod.
///
/// @param freeMemory fraction of 0 to 1 that is not reserved
/// @param freeCpu fraction of 0 to 1 that is not reserved
/// @param pods reserved, and assumed to be on their way
/// @param siblings pods of the same deployment there
public record Candidate(
    Node.Registered node, double freeMemory, double freeCpu, int pods, int siblings) {}
