package io.helyos.http.events;

import io.helyos.http.exchange.Query;
import io.helyos.http.naming.Rows;
import io.helyos.model.DeploymentId;
import io.helyos.model.EntityId;
import io.helyos.model.EntityKind;
import io.helyos.model.journal.FeedRow;
import io.helyos.model.pod.Placement;
import io.helyos.model.view.View;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Which events a client wants to see. Each part that is given must fit.
///
/// @param types any of them
record EventFilter(
    Optional<String> project,
    Optional<String> deployment,
    Optional<String> pod,
    Optional<String> node,
    List<String> types,
    Optional<Instant> since) {
  static EventFilter of(Query query) {
    return new EventFilter(
        query.text("project"),
        query.text("deployment"),
        query.text("pod").map(name -> name.startsWith("helyos-") ? name.substring(7) : name),
        query.text("node"),
        query.text("type").map(text -> Arrays.asList(text.split(",", -1))).orElse(List.of()),
        Optional.empty());
  }

  /// The same, of what has happened at this time or later.
  EventFilter since(Optional<Instant> time) {
    return new EventFilter(project, deployment, pod, node, types, time);
  }

  boolean takes(FeedRow row, View view) {
    var entity = row.entity();
    return since.filter(row.recorded().time()::isBefore).isEmpty()
        && (types.isEmpty() || types.contains(row.recorded().type()))
        && (pod.isEmpty() || (entity.kind() == EntityKind.POD && entity.name().equals(pod.get())))
        && (node.isEmpty() || isOn(entity, node.get(), view))
        && (deployment.isEmpty()
            || owner(entity, view).filter(id -> id.name().equals(deployment.get())).isPresent())
        && (project.isEmpty() || isOf(entity, project.get(), view));
  }

  private static boolean isOf(EntityId entity, String project, View view) {
    return entity.equals(EntityId.project(project))
        || owner(entity, view).filter(id -> id.project().equals(project)).isPresent();
  }

  /// Of a pod, the events that are told while it is there.
  private static boolean isOn(EntityId entity, String node, View view) {
    return switch (entity.kind()) {
      case NODE -> entity.name().equals(node);
      case POD ->
          Rows.pod(view, entity.name())
              .flatMap(view::pod)
              .flatMap(row -> row.state().placed())
              .map(Placement::node)
              .filter(node::equals)
              .isPresent();
      case CLUSTER, PROJECT, DEPLOYMENT, ACCESS -> false;
    };
  }

  private static Optional<DeploymentId> owner(EntityId entity, View view) {
    return switch (entity.kind()) {
      case DEPLOYMENT -> Rows.deployment(view, entity.name());
      case POD -> Rows.pod(view, entity.name()).map(id -> id.owner());
      case CLUSTER, NODE, PROJECT, ACCESS -> Optional.empty();
    };
  }
}
