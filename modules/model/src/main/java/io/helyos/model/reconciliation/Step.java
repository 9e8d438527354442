package io.helyos.model.reconciliation;

import io.helyos.model.port.ContainerState;

/// The next thing to do about one pod on one machine.
public sealed interface Step {
  /// As it should be.
  record Rest() implements Step {}

  /// Nothing there: create the container and start it.
  record BringUp() implements Step {}

  /// Created by an earlier call whose answer was lost.
  record Start(ContainerState container) implements Step {}

  /// Of a life that is over, and running: the signal, the grace, then the kill.
  record Stop(ContainerState container) implements Step {}

  /// Of a life that is over, or of a start long ago, and not running.
  record Remove(ContainerState container) implements Step {}

  /// Dead: it gives up the pod's name and is kept for its log.
  ///
  /// @param name its other one
  /// @param untold whether its end is still to be told; then it stays even if that name is taken,
  ///   which otherwise lets it go
  record SetAside(ContainerState container, String name, boolean untold) implements Step {}

  /// Of the present start, and found to be unhealthy: it is stopped and kept for its log.
  record Halt(ContainerState container) implements Step {}
}
