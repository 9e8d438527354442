package io.helyos.model.node;

import static io.helyos.model.Given.given;

import io.helyos.model.Given;
import io.helyos.model.PodId;
import io.helyos.model.node.Node.Registered;
import io.helyos.model.node.NodeCommand.Register;
import io.helyos.model.node.NodeCommand.Release;
import io.helyos.model.node.NodeCommand.Reserve;
import io.helyos.model.pod.Needs;
import io.helyos.model.template.PortSpec;
import io.helyos.model.template.PublishedPort;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The node `n1` that the specifications tell of: a gibibyte, two cores, three pods, three ports.
final class Machine {
  static final long MEBIBYTE = 1 << 20;
  static final NodeFacts FACTS =
      new NodeFacts("10.0.0.1", "amd64", "29.0", 2000, 1024 * MEBIBYTE, 20_000, 20_002, 3);

  private Machine() {}

  static Given<NodeCommand, NodeEvent, Node, NodeEffect> registered() {
    return registered(FACTS);
  }

  static Given<NodeCommand, NodeEvent, Node, NodeEffect> registered(NodeFacts facts) {
    return given(new NodeLifecycle()).and(new Register("n1", facts, Map.of()));
  }

  static PodId pod(int index) {
    return new PodId("shop", "api", index);
  }

  static Reserve reserve(int index, long incarnation, Needs needs) {
    return new Reserve(pod(index), incarnation, needs);
  }

  static Release release(int index, long incarnation) {
    return new Release(pod(index), incarnation, List.of());
  }

  static Needs memory(long mebibytes) {
    return new Needs(mebibytes * MEBIBYTE, 0, List.of());
  }

  static Needs cpu(long millis) {
    return new Needs(0, millis, List.of());
  }

  static Needs ports(PortSpec... ports) {
    return new Needs(0, 0, List.of(ports));
  }

  static Registered node(Given<NodeCommand, NodeEvent, Node, NodeEffect> given) {
    return (Registered) given.state();
  }

  /// The host ports that a pod holds.
  static List<PublishedPort> granted(
      Given<NodeCommand, NodeEvent, Node, NodeEffect> given, int index) {
    return Optional.ofNullable(node(given).reservations().get(pod(index))).orElseThrow().ports();
  }
}
