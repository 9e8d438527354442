package io.helyos.cli.status;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.helyos.client.HelyosClient;
import io.helyos.client.Listing;
import io.helyos.contract.resource.DeploymentResource;
import io.helyos.contract.resource.DeploymentStatus;
import io.helyos.contract.resource.NodeStatus;
import io.helyos.contract.resource.PodResource;
import io.helyos.contract.resource.PodStatus;
import java.util.List;

/// A cluster in numbers.
///
/// @param mode `single` or `cluster`
@JsonNaming(SnakeCaseStrategy.class)
record ClusterStatus(
    String server,
    String mode,
    int nodes,
    long nodesReady,
    int projects,
    int deployments,
    long deploymentsRunning,
    long deploymentsStopped,
    int pods,
    long podsRunning,
    long podsRestarting) {
  static ClusterStatus of(HelyosClient client, String server) {
    var nodes = client.nodes();
    var deployments = client.deployments(Listing.all());
    var pods = client.pods(Listing.all());
    return new ClusterStatus(
        server,
        nodes.size() > 1 ? "cluster" : "single",
        nodes.size(),
        nodes.stream().filter(it -> it.status() == NodeStatus.READY).count(),
        client.projects().size(),
        deployments.size(),
        count(deployments, DeploymentStatus.RUNNING),
        count(deployments, DeploymentStatus.STOPPED),
        pods.size(),
        count(pods, PodStatus.RUNNING),
        count(pods, PodStatus.RESTARTING) + count(pods, PodStatus.CRASH_LOOP_BACKOFF));
  }

  private static long count(List<DeploymentResource> all, DeploymentStatus status) {
    return all.stream().filter(it -> it.status() == status).count();
  }

  private static long count(List<PodResource> all, PodStatus status) {
    return all.stream().filter(it -> it.status() == status).count();
  }
}
