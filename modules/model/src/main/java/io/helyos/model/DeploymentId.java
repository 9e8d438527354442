package io.helyos.model;

/// A deployment in its project. Two ids with the same [#joined] name are the same entity; its one
/// writer refuses the second (`a-b`/`c` against `a`/`b-c`).
public record DeploymentId(String project, String name) {
  public String joined() {
    return project + "-" + name;
  }

  public EntityId entity() {
    return new EntityId(EntityKind.DEPLOYMENT, joined());
  }

  public PodId pod(int index) {
    return new PodId(project, name, index);
  }

  @Override
  public String toString() {
    return project + "/" + name;
  }
}
