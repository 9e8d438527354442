package io.helyos.model.node;

import io.helyos.model.PodId;
import java.time.Instant;

/// What a node needs from others.
public sealed interface NodeEffect {
  /// The pod still needs what was reserved for it; if not, the reservation is released.
  record EnsureStillNeeded(String node, PodId pod, long incarnation) implements NodeEffect {}

  /// The pod's deployment moves it elsewhere.
  ///
  /// @param begun the drain that this is for
  record EnsureLeaving(String node, PodId pod, long incarnation, Instant begun)
      implements NodeEffect {}

  /// The pod's deployment leaves it where it is.
  ///
  /// @param begun the drain that has ended
  record EnsureStaying(String node, PodId pod, long incarnation, Instant begun)
      implements NodeEffect {}

  record WakeAt(Instant time, NodeCommand command) implements NodeEffect {}

  /// The pod does not wait for this machine, which is lost.
  ///
  /// @param time the n-th loss of the machine
  record EnsureGivenUp(String node, PodId pod, long incarnation, int time) implements NodeEffect {}
}
