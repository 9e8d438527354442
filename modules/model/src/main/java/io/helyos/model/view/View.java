package io.helyos.model.view;

import io.helyos.model.DeploymentId;
import io.helyos.model.PodId;
import io.helyos.model.access.AccessLog;
import io.helyos.model.cluster.Cluster;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.node.Node;
import io.helyos.model.pod.Pod;
import io.helyos.model.project.Project;
import java.util.List;
import java.util.Optional;

/// All entities as far as this daemon has heard. Rows of entities that no longer exist are left out
/// of the lists; single look-ups still find them.
public interface View {
  Optional<Row<Cluster>> cluster();

  Optional<Row<Project>> project(String name);

  Optional<Row<Deployment>> deployment(DeploymentId id);

  Optional<Row<Pod>> pod(PodId id);

  Optional<Row<Node>> node(String name);

  /// By name.
  List<Row<Project>> projects();

  /// By project and name.
  List<Row<Deployment>> deployments();

  /// By project, deployment and index.
  List<Row<Pod>> pods();

  /// The pods of one deployment, by index.
  List<Row<Pod>> pods(DeploymentId owner);

  /// By name.
  List<Row<Node>> nodes();

  /// By the daemon's name, of daemons that have refused anything. Where nobody asks from outside
  /// there are none.
  default List<Row<AccessLog>> accessLogs() {
    return List.of();
  }
}
