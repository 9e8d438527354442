package io.helyos.cli.deploy;

import io.helyos.contract.spec.DeploymentSpec;

/// A spec that holds as far as this side can see, and the text that will be sent.
public record CheckedSpec(SpecFile file, DeploymentSpec spec) {
  String fullName() {
    return spec.project() + "/" + spec.name();
  }

  /// As `-o name` prints it, and as every command takes it back.
  String resourceName() {
    return "deployment/" + fullName();
  }
}
