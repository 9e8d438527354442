package io.helyos.cli.waiting;

import io.helyos.contract.resource.DeploymentResource;
import io.helyos.contract.resource.DeploymentStatus;
import io.helyos.contract.resource.PodResource;
import io.helyos.contract.resource.PodStatus;

/// What matters of a thing that is waited for.
///
/// @param word its status as tables print it
record Seen(String word, boolean running, boolean ready, boolean stopped) {
  static Seen of(PodResource pod) {
    var running = pod.status() == PodStatus.RUNNING;
    return new Seen(
        pod.status().label(),
        running,
        running && pod.ready(),
        pod.status() == PodStatus.STOPPED || pod.status() == PodStatus.FAILED);
  }

  static Seen of(DeploymentResource deployment) {
    var running = deployment.status() == DeploymentStatus.RUNNING;
    return new Seen(
        deployment.status().word(),
        running,
        running && deployment.ready() >= deployment.spec().replicas(),
        deployment.status() == DeploymentStatus.STOPPED);
  }
}
