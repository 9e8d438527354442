package io.helyos.model.template;

import java.util.List;

/// What each pod of a revision runs. Immutable: another template is another revision.
///
/// @param image a whole OCI reference, as the user wrote it
/// @param ports container ports that the node publishes; ignored when the network is the host's
public record PodTemplate(
    String image,
    ProcessSpec process,
    List<PortSpec> ports,
    List<VolumeSpec> volumes,
    NetworkMode network,
    Resources resources,
    RestartPolicy restart,
    Backoff backoff,
    StopPolicy stop,
    PullPolicy pull,
    Isolation isolation) {
  public PodTemplate {
    ports = List.copyOf(ports);
    volumes = List.copyOf(volumes);
  }

  /// A template with every default of the specification.
  public static PodTemplate of(String image) {
    return new PodTemplate(
        image,
        ProcessSpec.ofImage(),
        List.of(),
        List.of(),
        NetworkMode.BRIDGE,
        Resources.UNLIMITED,
        RestartPolicy.ALWAYS,
        Backoff.DEFAULT,
        StopPolicy.DEFAULT,
        PullPolicy.MISSING,
        Isolation.DEFAULT);
  }

  /// The same template with another restart policy.
  public PodTemplate withRestart(RestartPolicy policy) {
    return new PodTemplate(
        image, process, ports, volumes, network, resources, policy, backoff, stop, pull, isolation);
  }

  /// The same template with another way to stop.
  public PodTemplate withStop(StopPolicy policy) {
    return new PodTemplate(
        image, process, ports, volumes, network, resources, restart, backoff, policy, pull,
        isolation);
  }

  /// The same template on another network.
  public PodTemplate withNetwork(NetworkMode mode) {
    return new PodTemplate(
        image, process, ports, volumes, mode, resources, restart, backoff, stop, pull, isolation);
  }
}
