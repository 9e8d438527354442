package io.helyos.model.port;

import java.time.Instant;
import java.util.Map;

/// Something that an engine says has happened to a container.
///
/// @param time by the engine's clock
/// @param exitCode of a death, else 0
public record ContainerEvent(
    Kind kind, String container, Map<String, String> labels, Instant time, int exitCode) {
  public ContainerEvent {
    labels = Map.copyOf(labels);
  }

  public enum Kind {
    CREATED,
    STARTED,
    OOM,
    DIED,
    DESTROYED
  }
}
