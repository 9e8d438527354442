package io.helyos.http.nodes;

import io.helyos.contract.resource.NodeResource;
import io.helyos.contract.resource.NodeRole;
import io.helyos.contract.resource.NodeStatus;
import io.helyos.http.naming.Found;
import io.helyos.http.naming.Ids;
import io.helyos.model.EntityId;
import io.helyos.model.node.Node;
import java.time.Instant;
import java.util.Optional;

/// A node in the shape that clients read.
final class NodeShape {
  private NodeShape() {}

  /// A node as it is now.
  ///
  /// @param trouble why its engine does not answer, empty when it does
  static NodeResource of(
      Found<Node.Registered> found,
      int runningPods,
      Optional<String> trouble,
      Ids ids,
      Instant now) {
    var node = found.state();
    return new NodeResource(
        ids.of(EntityId.node(node.name())),
        node.name(),
        node.facts().address(),
        NodeRole.MASTER,
        trouble.isPresent() ? NodeStatus.NOT_READY : NodeStatus.READY,
        capacity(node, runningPods),
        now,
        node.cordoned(),
        node.labels(),
        node.facts().engineVersion(),
        trouble.map(NodeShape::silent).orElseGet(() -> cordoned(node)));
  }

  private static String silent(String why) {
    return "Its container engine does not answer, and is asked again and again: " + why;
  }

  private static String cordoned(Node.Registered node) {
    return node.cordoned()
        ? "It takes no new pods. `helyos node uncordon %s` changes that.".formatted(node.name())
        : "";
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
