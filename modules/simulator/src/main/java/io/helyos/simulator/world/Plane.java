package io.helyos.simulator.world;

import io.helyos.model.EntityId;
import io.helyos.model.PodId;
import io.helyos.model.agent.Order;
import io.helyos.model.delivery.Answer;
import io.helyos.model.desk.Reports;
import io.helyos.model.node.Node;
import io.helyos.model.node.NodeCommand;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.view.Row;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// How a machine's agent reaches its pods and its node.
final class Plane {
  private final Machine machine;
  private final World world;

  Plane(Machine machine) {
    this.machine = machine;
    this.world = machine.world();
  }

  /// What a desk reports, to its pod.
  void tell(Order order, PodCommand report, Consumer<Optional<Answer>> then) {
    tell(order.pod(), Reports.addressed(order, report), order.origin(), then);
  }

  void tell(PodId pod, PodCommand news, Order.Origin origin, Consumer<Optional<Answer>> then) {
    var request = new Request(origin.change(), "", origin.cause(), origin.causeTime());
    ask(pod.entity(), news, request, then);
  }

  void register(Consumer<Optional<Answer>> then) {
    ask(
        EntityId.node(machine.name()),
        new NodeCommand.Register(machine.name(), machine.facts(), Map.of()),
        own("register"),
        then);
  }

  /// Tells the node that nothing of a fenced pod is left.
  void cleared(PodId pod, long incarnation) {
    ask(
        EntityId.node(machine.name()),
        new NodeCommand.ReportCleared(pod, incarnation),
        own("cleared"),
        _ -> {});
  }

  /// The machine's own.
  String name() {
    return machine.name();
  }

  void wake(PodId pod) {
    world.region().wake(pod.entity());
  }

  /// The node as this daemon sees it.
  Optional<Node.Registered> node() {
    return machine
        .daemon()
        .view()
        .node(machine.name())
        .map(Row::state)
        .filter(Node.Registered.class::isInstance)
        .map(Node.Registered.class::cast);
  }

  private Request own(String what) {
    return Request.of(world.nextChange(what + "-" + machine.name()));
  }

  private void ask(EntityId to, Object command, Request request, Consumer<Optional<Answer>> then) {
    machine.daemon().post().ask(machine.name(), to, command, request, then);
  }
}
