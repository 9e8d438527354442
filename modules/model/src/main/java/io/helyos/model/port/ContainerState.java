package io.helyos.model.port;

import io.helyos.model.template.PublishedPort;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A container as its engine sees it.
///
/// @param ip in its first network, empty when it has none
/// @param startedAt by the engine's clock, empty when it never ran or a list did not say
/// @param finishedAt of the last run, empty while it runs or when a list did not say
/// @param error what the engine said when a start failed, else empty
public record ContainerState(
    String id,
    String name,
    String image,
    Map<String, String> labels,
    Phase phase,
    int exitCode,
    boolean oomKilled,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt,
    String ip,
    List<PublishedPort> ports,
    String error) {
  public ContainerState {
    labels = Map.copyOf(labels);
    ports = List.copyOf(ports);
  }

  public boolean isRunning() {
    return phase == Phase.RUNNING || phase == Phase.PAUSED;
  }

  /// The same container, with the kernel's choice as given.
  public ContainerState withOomKilled(boolean killed) {
    return new ContainerState(
        id, name, image, labels, phase, exitCode, killed, startedAt, finishedAt, ip, ports, error);
  }

  public enum Phase {
    CREATED,
    RUNNING,
    PAUSED,
    EXITED,
    /// On its way out: being removed, or given up by the engine.
    DEAD
  }
}
