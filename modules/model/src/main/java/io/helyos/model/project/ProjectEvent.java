package io.helyos.model.project;

/// What has happened to a project.
public sealed interface ProjectEvent {
  record ProjectCreated(String name) implements ProjectEvent {}

  record ProjectSuspended() implements ProjectEvent {}

  record ProjectResumed() implements ProjectEvent {}

  record ProjectDeleted(boolean wasSuspended) implements ProjectEvent {}

  record DeploymentListed(String deployment) implements ProjectEvent {}

  record DeploymentUnlisted(String deployment) implements ProjectEvent {}
}
