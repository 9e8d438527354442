package io.helyos.model.pod;

import io.helyos.model.template.PortSpec;
import java.util.List;

/// What a node must have room for before it may run a pod.
///
/// @param memoryBytes 0 when the pod has no limit
/// @param cpuMillis thousandths of a core, 0 when the pod has no limit
/// @param ports to publish; a host port of 0 is granted from the node's range
public record Needs(long memoryBytes, long cpuMillis, List<PortSpec> ports) {
  public static final Needs NOTHING = new Needs(0, 0, List.of());

  public Needs {
    ports = List.copyOf(ports);
  }
}
