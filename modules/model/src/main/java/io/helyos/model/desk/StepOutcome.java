package io.helyos.model.desk;

import io.helyos.model.pod.StartFailure;
import io.helyos.model.port.ContainerState;
import java.time.Instant;

/// What came of a step.
public sealed interface StepOutcome {
  /// The container was started.
  record Begun(ContainerState container) implements StepOutcome {}

  /// The image is not on the machine, or is to be looked for anew.
  record NeedsImage() implements StepOutcome {}

  /// This is how the container stands now.
  record Known(ContainerState container) implements StepOutcome {}

  /// The container was stopped and is kept; this is how it stands now.
  record Halted(ContainerState container) implements StepOutcome {}

  /// The container has given up the pod's name.
  record Renamed(ContainerState container, String name) implements StepOutcome {}

  /// There is no such container any more.
  record Vanished(String container) implements StepOutcome {}

  /// The attempt cannot come up.
  record CannotStart(StartFailure failure, String message, Instant at) implements StepOutcome {}

  /// Nothing is known: ask the engine how it stands.
  record Unclear(String why) implements StepOutcome {}

  /// The engine cannot be reached at all.
  record NoEngine(String why) implements StepOutcome {}
}
