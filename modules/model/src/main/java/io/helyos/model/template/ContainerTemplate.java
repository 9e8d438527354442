package io.helyos.model.template;

import java.util.List;
import java.util.Optional;

/// What one companion in a pod runs: a further container or an init container. What concerns the
/// pod as a whole (restart policy, back-off, how it stops, its network) is not said again.
///
/// @param name unique in the pod
/// @param ports that the node publishes; they belong to the pod's one address
/// @param health failing it restarts this container alone
/// @param readiness gates the traffic of the whole pod
public record ContainerTemplate(
    String name,
    String image,
    ProcessSpec process,
    List<PortSpec> ports,
    List<VolumeSpec> volumes,
    Resources resources,
    PullPolicy pull,
    Isolation isolation,
    Optional<Probe> health,
    Optional<Probe> readiness) {
  public ContainerTemplate {
    ports = List.copyOf(ports);
    volumes = List.copyOf(volumes);
  }

  /// The same with another image.
  public ContainerTemplate withImage(String other) {
    return new ContainerTemplate(
        name, other, process, ports, volumes, resources, pull, isolation, health, readiness);
  }

  /// A container with every default of the specification.
  public static ContainerTemplate of(String name, String image) {
    return new ContainerTemplate(
        name,
        image,
        ProcessSpec.ofImage(),
        List.of(),
        List.of(),
        Resources.UNLIMITED,
        PullPolicy.MISSING,
        Isolation.DEFAULT,
        Optional.empty(),
        Optional.empty());
  }
}
