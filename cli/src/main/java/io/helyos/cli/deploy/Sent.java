package io.helyos.cli.deploy;

import io.helyos.client.Change;
import io.helyos.contract.resource.DeploymentResource;

/// A spec that the daemon has accepted and stored.
///
/// @param watch started when it was sent: each deployment has its own time
record Sent(CheckedSpec spec, Change<DeploymentResource> change, Stopwatch watch) {
  String project() {
    return spec.spec().project();
  }

  String name() {
    return spec.spec().name();
  }

  long revision() {
    return change.object().map(DeploymentResource::revision).orElse(0L);
  }

  String changeId() {
    return change.answer().change();
  }
}
