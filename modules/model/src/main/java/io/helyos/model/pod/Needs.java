package io.helyos.model.pod;

import io.helyos.model.template.PortSpec;
import java.util.List;
import java.util.Optional;

/// What a node must have room for before it may run a pod.
///
/// @param memoryBytes 0 when the pod has no limit
/// @param cpuMillis thousandths of a core, 0 when the pod has no limit
/// @param ports to publish; a host port of 0 is granted from the node's range
/// @param node that it belongs to; any other is none for it
public record Needs(long memoryBytes, long cpuMillis, List<PortSpec> ports, Optional<String> node) {
  public static final Needs NOTHING = new Needs(0, 0, List.of());

  public Needs {
    ports = List.copyOf(ports);
  }

  /// Of a pod that may run on any node.
  public Needs(long memoryBytes, long cpuMillis, List<PortSpec> ports) {
    this(memoryBytes, cpuMillis, ports, Optional.empty());
  }

  /// The same of a pod that belongs to a node.
  public Needs on(String place) {
    return new Needs(memoryBytes, cpuMillis, ports, Optional.of(place));
  }
}
