package io.helyos.model.usage;

import io.helyos.model.DeploymentId;
import io.helyos.model.pod.Life;

/// One revision of a deployment; its numbers are never used twice.
public record Version(DeploymentId deployment, int revision) {
  static Version of(Life life) {
    var wanted = life.assignment();
    return new Version(wanted.pod().owner(), wanted.revision());
  }
}
