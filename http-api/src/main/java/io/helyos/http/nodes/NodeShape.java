package io.helyos.http.nodes;

import io.helyos.contract.resource.NodeResource;
import io.helyos.contract.resource.NodeRole;
import io.helyos.contract.resource.NodeStatus;
import io.helyos.http.naming.Found;
import io.helyos.http.naming.Ids;
import io.helyos.model.EntityId;
import io.helyos.model.node.Node;
import java.time.Instant;

/// A node in the shape that clients read.
final class NodeShape {
  private NodeShape() {}

  static NodeResource of(Found<Node.Registered> found, int runningPods, Ids ids, Instant now) {
    var node = found.state();
    return new NodeResource(
        ids.of(EntityId.node(node.name())),
        node.name(),
        node.facts().address(),
        NodeRole.MASTER,
        NodeStatus.READY,
        capacity(node, runningPods),
        now,
        node.cordoned(),
        node.labels(),
        node.facts().engineVersion(),
        node.cordoned()
            ? "It takes no new pods. `helyos node uncordon %s` changes that.".formatted(node.name())
            : "");
  }

  private static NodeResource.Capacity capacity(Node.Registered node, int runningPods) {
    var facts = node.facts();
    return new NodeResource.Capacity(
        cores(facts.cpuMillis()),
        cores(Math.max(0, facts.cpuMillis() - node.reservedCpu())),
        facts.memoryBytes(),
        Math.max(0, facts.memoryBytes() - node.reservedMemory()),
        runningPods);
  }

  static double cores(long millis) {
    return millis / 1000.0;
  }
}
