package io.helyos.simulator.world;

import io.helyos.model.DeploymentId;
import io.helyos.model.EntityId;
import io.helyos.model.EntityKind;
import io.helyos.model.PodId;
import io.helyos.model.cluster.Cluster;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.node.Node;
import io.helyos.model.pod.Pod;
import io.helyos.model.project.Project;
import io.helyos.model.view.Deciders;
import io.helyos.model.view.Fold;
import io.helyos.model.view.Row;
import io.helyos.model.view.View;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One daemon's picture of the cluster. It lags behind what others have written.
final class WorldView implements View {
  private static final Comparator<EntityId> BY_NAME =
      Comparator.comparing(EntityId::kind).thenComparing(EntityId::name);

  private final Map<EntityId, Row<?>> rows = new TreeMap<>(BY_NAME);

  void saw(EntityId id, long sequence, Instant time, Object event) {
    rows.compute(id, (_, row) -> Fold.apply(Optional.ofNullable(row), id, sequence, time, event));
  }

  /// An entity has recovered here. Its own memory counts more than what was heard of it.
  void found(EntityId id, Remembered memory) {
    rows.compute(
        id,
        (_, row) ->
            row != null && row.sequence() >= memory.sequence()
                ? row
                : new Row<>(id, memory.state(), memory.sequence(), memory.time(), memory.time()));
  }

  /// Every row, of things that exist and of things that did.
  List<Row<?>> all() {
    return List.copyOf(rows.values());
  }

  @Override
  public Optional<Row<Cluster>> cluster() {
    return find(EntityId.cluster(), Cluster.class);
  }

  @Override
  public Optional<Row<Project>> project(String name) {
    return find(EntityId.project(name), Project.class);
  }

  @Override
  public Optional<Row<Deployment>> deployment(DeploymentId id) {
    return find(id.entity(), Deployment.class)
        .filter(row -> !(row.state() instanceof Deployment.Active a) || a.id().equals(id));
  }

  @Override
  public Optional<Row<Pod>> pod(PodId id) {
    return find(id.entity(), Pod.class);
  }

  @Override
  public Optional<Row<Node>> node(String name) {
    return find(EntityId.node(name), Node.class);
  }

  @Override
  public List<Row<Project>> projects() {
    return existing(EntityKind.PROJECT, Project.class);
  }

  @Override
  public List<Row<Deployment>> deployments() {
    return existing(EntityKind.DEPLOYMENT, Deployment.class);
  }

  @Override
  public List<Row<Pod>> pods() {
    return existing(EntityKind.POD, Pod.class);
  }

  @Override
  public List<Row<Pod>> pods(DeploymentId owner) {
    return pods().stream()
        .filter(row ->
            row.state().lived().filter(l -> l.assignment().pod().owner().equals(owner)).isPresent())
        .toList();
  }

  @Override
  public List<Row<Node>> nodes() {
    return existing(EntityKind.NODE, Node.class);
  }

  private <S> Optional<Row<S>> find(EntityId id, Class<S> type) {
    return Optional.ofNullable(rows.get(id)).map(row -> typed(row, type));
  }

  private <S> List<Row<S>> existing(EntityKind kind, Class<S> type) {
    return rows.values().stream()
        .filter(row -> row.id().kind() == kind && Deciders.exists(row.state()))
        .map(row -> typed(row, type))
        .toList();
  }

  private static <S> Row<S> typed(Row<?> row, Class<S> type) {
    return new Row<>(
        row.id(), type.cast(row.state()), row.sequence(), row.createdAt(), row.updatedAt());
  }
}
