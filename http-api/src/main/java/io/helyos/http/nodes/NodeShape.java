package io.helyos.http.nodes;

import io.helyos.contract.resource.NodeResource;
import io.helyos.contract.resource.NodeRole;
import io.helyos.contract.resource.NodeStatus;
import io.helyos.http.naming.Found;
import io.helyos.http.naming.Ids;
import io.helyos.model.EntityId;
import io.helyos.model.node.Drain;
import io.helyos.model.node.Node;
import io.helyos.model.view.DrainProgress;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A node in the shape that clients read.
final class NodeShape {
  private static final String LOST =
      "Its machine does not answer and is not waited for: its pods are replaced elsewhere. When it returns, what is left of them is removed there.";

  private NodeShape() {}

  /// A node as it is now.
  ///
  /// @param trouble why nothing can be begun there, empty when it can
  /// @param seen when there was the last sign of life of it
  static NodeResource of(
      Found<Node.Registered> found,
      int runningPods,
      Optional<String> trouble,
      DrainProgress progress,
      Ids ids,
      Instant seen) {
    var node = found.state();
    return new NodeResource(
        ids.of(EntityId.node(node.name())),
        node.name(),
        node.facts().address(),
        NodeRole.MASTER,
        status(node, trouble),
        capacity(node, runningPods),
        seen,
        node.cordoned(),
        node.labels(),
        node.facts().engineVersion(),
        message(node, trouble, progress),
        node.isDraining() ? progress.leaving().size() : 0);
  }

  /// What is said of a node that the brake holds back.
  static String held(String node) {
    return "it has fallen silent together with most others, so nothing is moved. Let it return, or say `helyos node confirm-loss %s`."
        .formatted(node);
  }

  private static String notNow(String why) {
    return "Nothing can be begun there now, and it is tried again and again: " + why;
  }

  private static NodeStatus status(Node.Registered node, Optional<String> trouble) {
    if (node.isLost()) return NodeStatus.NOT_READY;
    if (node.isDraining()) return NodeStatus.DRAINING;
    return trouble.isPresent() ? NodeStatus.NOT_READY : NodeStatus.READY;
  }

  private static String message(
      Node.Registered node, Optional<String> trouble, DrainProgress progress) {
    if (node.isLost()) return LOST;
    return trouble.isPresent() && !node.isDraining() ? notNow(trouble.get()) : use(node, progress);
  }

  private static String use(Node.Registered node, DrainProgress progress) {
    var drain = node.drain();
    if (node.isDraining() && drain.isPresent()) {
      return "Draining until %s. ".formatted(drain.get().until()) + progress(progress);
    }
    var expired = drain.filter(it -> it.state() == Drain.State.EXPIRED).isPresent();
    return expired && node.cordoned()
        ? "The time of its drain is over, nothing more is moved. " + cordoned(node)
        : cordoned(node);
  }

  private static String progress(DrainProgress progress) {
    var stay = progress.staying().isEmpty() ? "" : " Staying: " + list(progress.staying()) + ".";
    return progress.leaving().isEmpty()
        ? "No pod has to leave any more." + stay
        : "%d pods are still to leave: %s.%s"
            .formatted(progress.leaving().size(), list(progress.leaving()), stay);
  }

  private static String list(Map<String, String> pods) {
    return pods.entrySet().stream()
        .map(pod -> "%s (%s)".formatted(pod.getKey(), pod.getValue()))
        .collect(Collectors.joining(", "));
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
