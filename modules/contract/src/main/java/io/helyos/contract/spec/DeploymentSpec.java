package io.helyos.contract.spec;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The desired state of one service, complete: what the user left out has its default.
///
/// @param container the one that a pod always has; its name is empty
/// @param hostname the image's or the engine's when empty
/// @param containers further containers of each pod
/// @param initContainers run to success, in order, before the others
/// @param expires when the deployment is removed by itself
public record DeploymentSpec(
    String project,
    String name,
    int replicas,
    ContainerSpec container,
    NetworkSpec network,
    Optional<String> hostname,
    RestartSpec restart,
    BackoffSpec backoff,
    StopSpec stop,
    List<ContainerSpec> containers,
    List<ContainerSpec> initContainers,
    UpdateSpec update,
    PlacementSpec placement,
    Map<String, String> labels,
    Optional<Instant> expires) {
  public DeploymentSpec {
    containers = List.copyOf(containers);
    initContainers = List.copyOf(initContainers);
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
  }
}
