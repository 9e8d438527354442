package io.helyos.model.node;

import io.helyos.model.template.PublishedPort;
import java.util.List;

/// A node's answer to a reservation: these host ports.
public record Granted(List<PublishedPort> ports) {
  public Granted {
    ports = List.copyOf(ports);
  }
}
