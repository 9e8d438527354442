package io.helyos.model;

/// One slot of a deployment. Its index is stable: a pod that is replaced keeps it.
public record PodId(String project, String deployment, int index) {
  public DeploymentId owner() {
    return new DeploymentId(project, deployment);
  }

  public EntityId entity() {
    return new EntityId(EntityKind.POD, project + "-" + deployment + "-" + index);
  }

  /// The pod's name, and the name of its first container: `helyos-shop-api-0`.
  public String podName() {
    return "helyos-" + entity().name();
  }

  @Override
  public String toString() {
    return project + "/" + deployment + "/" + index;
  }
}
