package io.helyos.simulator.world;

import io.helyos.model.PodId;
import io.helyos.model.agent.Order;
import io.helyos.model.agent.Order.Want;
import io.helyos.model.desk.Desk;
import io.helyos.model.desk.Fencing;
import io.helyos.model.node.Node;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Whether the control plane knows a machine, and the machine its pods and those that are its own
/// no longer.
final class Census {
  /// An order that has come before its time.
  record Early(Order order, Runnable taken) {}

  private final Machine machine;
  private final Plane plane;
  private final Desks desks;
  private final Map<PodId, Early> early = new LinkedHashMap<>();
  private boolean admitting;

  Census(Machine machine, Plane plane, Desks desks) {
    this.machine = machine;
    this.plane = plane;
    this.desks = desks;
  }

  /// The engine was compared with; goes on when the node is known, or nobody has answered.
  void compared(Runnable then) {
    missing().forEach(plane::wake);
    if (plane.node().filter(node -> node.isAs(machine.facts(), Map.of())).isPresent()) {
      then.run();
    } else {
      plane.register(_ -> then.run());
    }
  }

  /// Pods that have room here and no order: they order again when they wake.
  private List<PodId> missing() {
    return plane.node().stream()
        .flatMap(node -> node.reservations().keySet().stream())
        .filter(pod -> desks.find(pod).flatMap(Desk::order).isEmpty())
        .sorted(Comparator.comparing(PodId::toString))
        .toList();
  }

  /// Nothing new is begun before the machine is known and has cleared what lives elsewhere by now.
  boolean keepsBack(Order order, Runnable taken) {
    if (admitting || order.want() != Want.RUNNING) return false;
    early.put(order.pod(), new Early(order, taken));
    return true;
  }

  /// The orders whose wait is over.
  List<Early> admitted() {
    if (!admitting) return List.of();
    var waiting = List.copyOf(early.values());
    early.clear();
    return waiting;
  }

  /// The orders that clear what was given up on this machine. What is clear already is said to be.
  List<Order> clearing() {
    var fenced = plane.node().map(Node.Registered::fenced).orElse(Map.of());
    var open =
        fenced.entrySet().stream()
            .filter(entry -> !Fencing.isCleared(desks.of(entry.getKey()), entry.getValue()))
            .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
            .toList();
    fenced.forEach((pod, dead) -> {
      if (Fencing.isCleared(desks.of(pod), dead)) plane.cleared(pod, dead);
    });
    admitting |= open.isEmpty();
    return open.stream()
        .flatMap(entry -> Fencing.order(desks.of(entry.getKey()), entry.getValue()).stream())
        .toList();
  }
}
