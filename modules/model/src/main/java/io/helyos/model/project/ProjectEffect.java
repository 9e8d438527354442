package io.helyos.model.project;

import io.helyos.model.DeploymentId;

/// What a project needs from its deployments.
public sealed interface ProjectEffect {
  record EnsureSuspended(DeploymentId deployment) implements ProjectEffect {}

  record EnsureResumed(DeploymentId deployment) implements ProjectEffect {}
}
