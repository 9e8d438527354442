package io.helyos.orchestrator.agent;

import io.helyos.model.PodId;
import io.helyos.model.agent.Order;
import io.helyos.model.agent.Order.Want;
import io.helyos.model.desk.Desk;
import io.helyos.model.desk.Fencing;
import io.helyos.model.node.Node;
import io.helyos.model.port.EngineDescription;
import io.helyos.model.view.Row;
import io.helyos.orchestrator.agent.AgentMessage.Take;
import java.util.LinkedHashMap;
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
  private final Map<PodId, Take> early = new LinkedHashMap<>();
  private boolean admitting;

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
        .filter(pod -> desks.find(pod).flatMap(Desk::order).isEmpty())
        .toList();
  }

  /// Whether an order has to wait: nothing new is begun before the machine is known, and has
  /// cleared what lives elsewhere by now.
  boolean keepsBack(Take take) {
    if (admitting || take.order().want() != Want.RUNNING) return false;
    early.put(take.order().pod(), take);
    return true;
  }

  /// The orders whose wait is over.
  List<Take> admitted() {
    if (!admitting) return List.of();
    var waiting = List.copyOf(early.values());
    early.clear();
    return waiting;
  }

  /// The orders that clear what was given up on this machine. What is clear already is said to be.
  List<Order> clearing(Desks desks) {
    var fenced = node().map(Node.Registered::fenced).orElse(Map.of());
    fenced.forEach((pod, dead) -> {
      if (Fencing.isCleared(desks.of(pod), dead)) plane.cleared(site.node(), pod, dead);
    });
    var orders =
        fenced.entrySet().stream()
            .filter(entry -> !Fencing.isCleared(desks.of(entry.getKey()), entry.getValue()))
            .flatMap(entry -> Fencing.order(desks.of(entry.getKey()), entry.getValue()).stream())
            .toList();
    admitting |=
        fenced.entrySet().stream()
            .allMatch(entry -> Fencing.isCleared(desks.of(entry.getKey()), entry.getValue()));
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
