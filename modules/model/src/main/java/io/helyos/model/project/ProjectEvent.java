package io.helyos.model.project;

/// What has happened to a project.
public sealed interface ProjectEvent {
  record ProjectCreated(String name) implements ProjectEvent {}

  /// None of its deployments is to have pods.
  record ProjectSuspended() implements ProjectEvent {}

  /// Its deployments have their pods again.
  record ProjectResumed() implements ProjectEvent {}

  record ProjectDeleted(boolean wasSuspended) implements ProjectEvent {}

  /// A deployment has made itself known to its project.
  record DeploymentListed(String deployment) implements ProjectEvent {}

  /// Nothing is left of a deployment of the project.
  record DeploymentUnlisted(String deployment) implements ProjectEvent {}
}
