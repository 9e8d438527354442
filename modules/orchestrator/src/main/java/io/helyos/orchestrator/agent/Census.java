package io.helyos.orchestrator.agent;

import io.helyos.model.PodId;
import io.helyos.model.node.Node;
import io.helyos.model.port.EngineDescription;
import io.helyos.model.view.Row;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Sees to it that the control plane knows this machine, and that this machine knows its pods.
final class Census {
  private final ControlPlane plane;
  private final Site site;
  private boolean counted;

  Census(ControlPlane plane, Site site) {
    this.plane = plane;
    this.site = site;
  }

  /// To be called after each comparison with the engine. Completes when the node is known: only
  /// then pods can be placed here.
  CompletionStage<?> compared(EngineDescription engine, Desks desks) {
    if (!counted) missing(desks).forEach(plane::wake);
    counted = true;
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
    return plane.view().node(site.node()).map(Row::state).stream()
        .filter(Node.Registered.class::isInstance)
        .flatMap(node -> ((Node.Registered) node).reservations().keySet().stream())
        .filter(pod -> desks.find(pod).flatMap(PodDesk::order).isEmpty())
        .toList();
  }
}
