package io.helyos.orchestrator.agent;

import io.helyos.model.PodId;
import io.helyos.model.agent.Order;
import io.helyos.model.desk.Clearance;
import io.helyos.model.desk.Fencing;
import io.helyos.model.node.Node;
import io.helyos.model.port.EngineDescription;
import io.helyos.model.view.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Sees to it that the control plane knows this machine, and that this machine knows its pods, and
/// those that are its own no longer.
final class Census {
  private final ControlPlane plane;
  private final Site site;
  private Clearance clearance = Clearance.closed();

  Census(ControlPlane plane, Site site) {
    this.plane = plane;
    this.site = site;
  }

  /// To be called after each comparison with the engine. Completes when the node is known: only
  /// then pods can be placed here.
  CompletionStage<?> compared(EngineDescription engine, Desks desks) {
    missing(desks).forEach(plane::wake);
    return registered(engine);
  }

  /// Said again until the node's entity knows it.
  private CompletionStage<?> registered(EngineDescription engine) {
    var facts = site.facts(engine);
    var known =
        plane.view().node(site.node()).filter(row -> row.state().isAs(facts, site.labels()));
    return known.isPresent()
        ? CompletableFuture.completedStage(null)
        : plane.register(site.node(), facts, site.labels());
  }

  /// Pods that have room here and of which there is neither order nor container: the disk or a
  /// simulated engine was lost. They order again when they wake.
  private List<PodId> missing(Desks desks) {
    return node().stream()
        .flatMap(node -> node.reservations().keySet().stream())
        .filter(pod -> desks.all(pod).stream().allMatch(desk -> desk.order().isEmpty()))
        .toList();
  }

  /// What the machine may begin, as far as its node has said it.
  Clearance clearance() {
    return clearance;
  }

  /// The orders that clear what was given up on this machine. What is clear already is said to be.
  List<Order> clearing(Desks desks) {
    clearance = clearance.reading(node());
    var orders = new ArrayList<Order>();
    clearance
        .fenced()
        .orElse(Map.of())
        .forEach((pod, dead) -> {
          var there = desks.all(pod).stream().filter(d -> !Fencing.isCleared(d, dead)).toList();
          if (there.isEmpty()) plane.cleared(site.node(), pod, dead);
          there.forEach(desk -> Fencing.order(desk, dead).ifPresent(orders::add));
        });
    return orders;
  }

  private Optional<Node.Registered> node() {
    return plane
        .view()
        .node(site.node())
        .map(Row::state)
        .filter(Node.Registered.class::isInstance)
        .map(Node.Registered.class::cast);
  }
}
