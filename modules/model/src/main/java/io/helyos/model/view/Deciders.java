package io.helyos.model.view;

import io.helyos.model.Decider;
import io.helyos.model.EntityKind;
import io.helyos.model.access.AccessLifecycle;
import io.helyos.model.access.AccessLog;
import io.helyos.model.cluster.Cluster;
import io.helyos.model.cluster.ClusterLifecycle;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.deployment.DeploymentLifecycle;
import io.helyos.model.node.Node;
import io.helyos.model.node.NodeLifecycle;
import io.helyos.model.pod.Pod;
import io.helyos.model.pod.PodLifecycle;
import io.helyos.model.project.Project;
import io.helyos.model.project.ProjectLifecycle;

/// The decider of each kind, and whether a state of that kind is anything that exists.
public final class Deciders {
  private Deciders() {}

  public static Decider<?, ?, ?, ?> of(EntityKind kind) {
    return switch (kind) {
      case CLUSTER -> new ClusterLifecycle();
      case NODE -> new NodeLifecycle();
      case PROJECT -> new ProjectLifecycle();
      case DEPLOYMENT -> new DeploymentLifecycle();
      case POD -> new PodLifecycle();
      case ACCESS -> new AccessLifecycle();
    };
  }

  public static boolean exists(Object state) {
    return !(state instanceof Cluster.Unfounded
        || state instanceof Node.Unregistered
        || state instanceof Project.Absent
        || state instanceof Deployment.Absent
        || state instanceof Pod.Absent
        || state instanceof AccessLog.Empty);
  }
}
