package io.helyos.model.project;

/// What may be asked of a project.
public sealed interface ProjectCommand {
  record Create(String name) implements ProjectCommand {}

  /// Takes the pods of all its deployments down, keeps the definitions.
  record Suspend() implements ProjectCommand {}

  record Resume() implements ProjectCommand {}

  /// Refused as long as the project has deployments.
  record Delete() implements ProjectCommand {}

  /// From a deployment: I exist. Makes the project when it is missing.
  record ListDeployment(String project, String deployment) implements ProjectCommand {}

  record UnlistDeployment(String deployment) implements ProjectCommand {}
}
