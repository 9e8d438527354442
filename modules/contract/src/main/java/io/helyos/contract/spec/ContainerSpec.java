package io.helyos.contract.spec;

import java.util.List;
import java.util.Optional;

/// One container of a pod.
///
/// @param name empty for the pod's first container
/// @param image a whole OCI reference, as the user wrote it
/// @param readiness the healthcheck's when empty
public record ContainerSpec(
    String name,
    String image,
    PullSpec pull,
    CommandSpec command,
    List<SecretSpec> secrets,
    List<PortSpec> ports,
    List<VolumeSpec> volumes,
    ResourcesSpec resources,
    Optional<ProbeSpec> healthcheck,
    Optional<ProbeSpec> readiness,
    IsolationSpec isolation) {
  public ContainerSpec {
    secrets = List.copyOf(secrets);
    ports = List.copyOf(ports);
    volumes = List.copyOf(volumes);
  }
}
