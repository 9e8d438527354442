package io.helyos.contract.resource;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// A node. The fields up to `lastHeartbeat` are those that existing clients need; the rest is ours.
///
/// @param address where its daemon answers
/// @param cordoned takes no new pods, keeps those it has
/// @param toLeave pods that a drain has still to move, 0 when there is none
/// @param engine name and version of its container engine, empty while unknown
public @JsonNaming(SnakeCaseStrategy.class) record NodeResource(
    UUID id,
    String name,
    String address,
    NodeRole role,
    NodeStatus status,
    Capacity resources,
    Instant lastHeartbeat,
    boolean cordoned,
    Map<String, String> labels,
    String engine,
    String message,
    int toLeave) {
  public NodeResource {
    labels = Absent.map(labels);
    engine = Absent.text(engine);
    message = Absent.text(message);
  }

  /// What the node has and what is not yet reserved on it.
  @JsonNaming(SnakeCaseStrategy.class)
  public record Capacity(
      double cpuCores,
      double cpuAvailable,
      long memoryBytes,
      long memoryAvailable,
      int runningPods) {}
}
