package io.helyos.simulator.world;

import io.helyos.model.PodId;
import io.helyos.model.agent.Order;
import io.helyos.model.desk.Clearance;
import io.helyos.model.desk.Fencing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Whether the control plane knows a machine, and the machine its pods and those that are its own
/// no longer.
final class Census {
  private final Machine machine;
  private final Plane plane;
  private final Desks desks;
  private Clearance clearance = Clearance.closed();

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
        .filter(pod -> desks.all(pod).stream().allMatch(desk -> desk.order().isEmpty()))
        .sorted(Comparator.comparing(PodId::toString))
        .toList();
  }

  /// What the machine may begin, as far as its node has said it.
  Clearance clearance() {
    return clearance;
  }

  /// The orders that clear what was given up on this machine. What is clear already is said to be.
  List<Order> clearing() {
    clearance = clearance.reading(plane.node());
    var orders = new ArrayList<Order>();
    clearance.fenced().orElse(Map.of()).entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
        .forEach(entry -> clear(entry.getKey(), entry.getValue(), orders));
    return orders;
  }

  private void clear(PodId pod, long dead, List<Order> orders) {
    var there = desks.all(pod).stream().filter(d -> !Fencing.isCleared(d, dead)).toList();
    if (there.isEmpty()) plane.cleared(pod, dead);
    there.forEach(desk -> Fencing.order(desk, dead).ifPresent(orders::add));
  }
}
