package io.helyos.model.deployment;

import static io.helyos.model.Decision.reject;
import static io.helyos.model.Decision.unchanged;

import io.helyos.model.Decision;
import io.helyos.model.Rejection;
import io.helyos.model.deployment.Deployment.Active;
import io.helyos.model.deployment.Deployment.Mode;
import io.helyos.model.deployment.DeploymentCommand.Deploy;
import io.helyos.model.deployment.DeploymentCommand.ReportNodes;
import io.helyos.model.deployment.DeploymentEvent.NodesMatched;
import java.time.Instant;

/// What a deployment with one pod on each node does differently from one with replicas.
final class NodeDecisions {
  private NodeDecisions() {}

  /// Indexes mean nodes in one mode and nothing in the other: pods cannot keep theirs.
  static boolean isOtherMode(Active active, Deploy deploy) {
    return active.everyNode().isPresent() != deploy.everyNode().isPresent();
  }

  static Decision<DeploymentEvent> otherMode(Active active) {
    return reject(
        Rejection.conflict(
            ("Expected the `placement.mode` that %s has, found another: it cannot be changed."
                    + " Remove the deployment first, or choose another name.")
                .formatted(active.id())));
  }

  static Decision<DeploymentEvent> noScale(Active active) {
    return reject(
        Rejection.conflict(
            ("%s has one pod on each matching node, and no number of replicas. Change"
                    + " `placement.nodes`, or the labels of nodes.")
                .formatted(active.id())));
  }

  static Decision<DeploymentEvent> seen(Active active, ReportNodes news, Instant now) {
    var nodes = active.everyNode();
    if (nodes.isEmpty() || active.mode() == Mode.REMOVING) return unchanged();
    return nodes.get().isAsSeen(news.matches())
        ? unchanged()
        : Moving.on(
            active,
            new NodesMatched(
                nodes.get().joining(news.matches()), nodes.get().leaving(news.matches()), now),
            now);
  }
}
