package io.helyos.model.node;

import io.helyos.model.template.PublishedPort;
import java.util.List;

/// Room that a node has granted to one incarnation of a pod.
public record Reservation(
    long incarnation, long memoryBytes, long cpuMillis, List<PublishedPort> ports) {
  public Reservation {
    ports = List.copyOf(ports);
  }
}
