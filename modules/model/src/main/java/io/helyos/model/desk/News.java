package io.helyos.model.desk;

import io.helyos.model.desk.StepOutcome.CannotStart;
import io.helyos.model.health.Checkup;
import io.helyos.model.pod.Health;
import io.helyos.model.port.ContainerState;
import java.util.Optional;

/// Something that the pod is to hear next. What it takes to say it, an address or last words, is
/// gathered from the engine first.
public sealed interface News {
  /// Its container runs.
  record Started(ContainerState container) implements News {}

  /// Its container has ended.
  record Ended(ContainerState container, Optional<Checkup> checkup) implements News {}

  /// Its container is gone, and nobody has seen its end.
  record Missed(String container, Optional<Checkup> checkup) implements News {}

  /// Its container did not come up.
  record NotStarted(CannotStart why) implements News {}

  /// Its container answers its checks differently.
  record Changed(Health health) implements News {}

  /// Nothing of it is left.
  record Gone() implements News {}
}
