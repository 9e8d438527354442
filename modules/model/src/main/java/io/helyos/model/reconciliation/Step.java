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

  /// Of a life that is over, and not running.
  record Remove(ContainerState container) implements Step {}

  /// Tell the pod that its container runs.
  record TellStarted(ContainerState container) implements Step {}

  /// Tell the pod that its container has ended.
  record TellExited(ContainerState container) implements Step {}

  /// Tell the pod that nothing of it is left.
  record TellGone() implements Step {}
}
