package io.helyos.model.template;

import java.util.List;
import java.util.Optional;

/// What each pod of a revision runs. Immutable: another template is another revision.
///
/// @param image a whole OCI reference, as the user wrote it
/// @param health failing it restarts the container
/// @param readiness gates traffic and rollouts, and never restarts; as health when empty
/// @param ports container ports that the node publishes; ignored when the network is the host's
/// @param companions the containers beside this one; empty for a pod of one container
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
    Isolation isolation,
    Optional<Probe> health,
    Optional<Probe> readiness,
    Optional<Companions> companions) {
  public PodTemplate {
    ports = List.copyOf(ports);
    volumes = List.copyOf(volumes);
  }

  /// A template of one container.
  public PodTemplate(
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
      Isolation isolation,
      Optional<Probe> health,
      Optional<Probe> readiness) {
    this(
        image,
        process,
        ports,
        volumes,
        network,
        resources,
        restart,
        backoff,
        stop,
        pull,
        isolation,
        health,
        readiness,
        Optional.empty());
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
        Isolation.DEFAULT,
        Optional.empty(),
        Optional.empty());
  }

  /// The same template with another image.
  public PodTemplate withImage(String other) {
    return new PodTemplate(
        other,
        process,
        ports,
        volumes,
        network,
        resources,
        restart,
        backoff,
        stop,
        pull,
        isolation,
        health,
        readiness,
        companions);
  }

  /// The same template with another restart policy.
  public PodTemplate withRestart(RestartPolicy policy) {
    return copy(network, policy, backoff, stop, health, readiness);
  }

  /// The same template with other waits before its restarts.
  public PodTemplate withBackoff(Backoff waits) {
    return copy(network, restart, waits, stop, health, readiness);
  }

  /// The same template with another way to stop.
  public PodTemplate withStop(StopPolicy policy) {
    return copy(network, restart, backoff, policy, health, readiness);
  }

  /// The same template on another network.
  public PodTemplate withNetwork(NetworkMode mode) {
    return copy(mode, restart, backoff, stop, health, readiness);
  }

  /// The same template with these checks.
  public PodTemplate withProbes(Optional<Probe> healthcheck, Optional<Probe> ready) {
    return copy(network, restart, backoff, stop, healthcheck, ready);
  }

  /// The same template with these containers beside.
  public PodTemplate withCompanions(Optional<Companions> others) {
    return new PodTemplate(
        image, process, ports, volumes, network, resources, restart, backoff, stop, pull, isolation,
        health, readiness, others);
  }

  private PodTemplate copy(
      NetworkMode mode,
      RestartPolicy policy,
      Backoff waits,
      StopPolicy stopping,
      Optional<Probe> healthcheck,
      Optional<Probe> ready) {
    return new PodTemplate(
        image,
        process,
        ports,
        volumes,
        mode,
        resources,
        policy,
        waits,
        stopping,
        pull,
        isolation,
        healthcheck,
        ready,
        companions);
  }
}
