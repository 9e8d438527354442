package io.helyos.model.pod;

import io.helyos.model.template.PublishedPort;
import java.util.List;

/// Where an incarnation lives, and the host ports that the node granted it.
public record Placement(String node, List<PublishedPort> ports) {
  public Placement {
    ports = List.copyOf(ports);
  }
}
