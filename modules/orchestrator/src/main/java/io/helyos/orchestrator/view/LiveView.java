package io.helyos.orchestrator.view;

import io.helyos.model.DeploymentId;
import io.helyos.model.EntityId;
import io.helyos.model.EntityKind;
import io.helyos.model.PodId;
import io.helyos.model.access.AccessLog;
import io.helyos.model.cluster.Cluster;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.node.Node;
import io.helyos.model.node.NodeEvent.NodeLabelled;
import io.helyos.model.node.NodeEvent.NodeRegistered;
import io.helyos.model.pod.Pod;
import io.helyos.model.project.Project;
import io.helyos.model.view.Deciders;
import io.helyos.model.view.Fold;
import io.helyos.model.view.Row;
import io.helyos.model.view.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The view as it grows. Written by the shells of this daemon's entities, each in the order of its
/// own events, and read from any thread.
public final class LiveView implements View {
  private static final Comparator<PodId> BY_POD =
      Comparator.comparing(PodId::project)
          .thenComparing(PodId::deployment)
          .thenComparingInt(PodId::index);

  private final Map<EntityKind, Map<EntityId, Row<?>>> rows = new EnumMap<>(EntityKind.class);
  private final Set<EntityId> aside = ConcurrentHashMap.newKeySet();
  private final Arrivals arrivals = new Arrivals();
  private volatile Runnable onNodes = () -> {};

  public LiveView() {
    for (var kind : EntityKind.values()) rows.put(kind, new ConcurrentHashMap<>());
  }

  private Map<EntityId, Row<?>> rows(EntityKind kind) {
    return Objects.requireNonNull(rows.get(kind));
  }

  /// Leaves an entity as it last was understood: a newer build has written what comes after.
  void setAside(EntityId id) {
    aside.add(id);
  }

  /// Whether this build does not understand all that was written of an entity.
  public boolean isSetAside(EntityId id) {
    return aside.contains(id);
  }

  /// Folds one event in. Events that are known already change nothing.
  public void saw(EntityId id, long sequence, Instant time, Object event) {
    if (isSetAside(id)) return;
    rows(id.kind())
        .compute(id, (_, row) -> Fold.apply(Optional.ofNullable(row), id, sequence, time, event));
    arrivals.reached(id, sequence);
    if (event instanceof NodeRegistered || event instanceof NodeLabelled) onNodes.run();
  }

  /// Calls back, on any thread, when other nodes may match than before. The callback must return
  /// quickly.
  public void onNodes(Runnable callback) {
    onNodes = callback;
  }

  /// An entity has recovered. Its own memory counts more than what was heard of it.
  public void found(EntityId id, Object state, long sequence, Instant time) {
    rows(id.kind())
        .compute(
            id,
            (_, row) ->
                row != null && row.sequence() >= sequence
                    ? row
                    : new Row<>(id, state, sequence, row == null ? time : row.createdAt(), time));
    arrivals.reached(id, sequence);
  }

  /// How far an entity has been seen; 0 for one that was never heard of.
  long sequence(EntityId id) {
    var row = rows(id.kind()).get(id);
    return row == null ? 0 : row.sequence();
  }

  /// What waits for events to arrive here.
  public Arrivals arrivals() {
    return arrivals;
  }

  public Optional<Row<?>> find(EntityId id) {
    return Optional.ofNullable(rows(id.kind()).get(id));
  }

  /// Every row, of things that exist and of things that did.
  public List<Row<?>> all() {
    return rows.values().stream().<Row<?>>flatMap(kind -> kind.values().stream()).toList();
  }

  @Override
  public Optional<Row<Cluster>> cluster() {
    return row(EntityId.cluster());
  }

  @Override
  public Optional<Row<Project>> project(String name) {
    return row(EntityId.project(name));
  }

  @Override
  public Optional<Row<Deployment>> deployment(DeploymentId id) {
    return this.<Deployment>row(id.entity()).filter(row -> isOf(row, id));
  }

  @Override
  public Optional<Row<Pod>> pod(PodId id) {
    return row(id.entity());
  }

  @Override
  public Optional<Row<Node>> node(String name) {
    return row(EntityId.node(name));
  }

  @Override
  public List<Row<Project>> projects() {
    return this.<Project>existing(EntityKind.PROJECT)
        .sorted(Comparator.comparing(row -> row.id().name()))
        .toList();
  }

  @Override
  public List<Row<Deployment>> deployments() {
    return this.<Deployment>existing(EntityKind.DEPLOYMENT)
        .sorted(
            Comparator.comparing(
                row -> idOf(row).orElseThrow(),
                Comparator.comparing(DeploymentId::project).thenComparing(DeploymentId::name)))
        .toList();
  }

  @Override
  public List<Row<Pod>> pods() {
    var pods = new TreeMap<PodId, Row<Pod>>(BY_POD);
    this.<Pod>existing(EntityKind.POD).forEach(row -> pods.put(podOf(row), row));
    this.<Deployment>existing(EntityKind.DEPLOYMENT)
        .forEach(owner -> WantedPods.foresee(owner, pods));
    return List.copyOf(pods.values());
  }

  @Override
  public List<Row<Pod>> pods(DeploymentId owner) {
    var found = new ArrayList<Row<Pod>>();
    deployment(owner)
        .map(Row::state)
        .filter(Deployment.Active.class::isInstance)
        .map(Deployment.Active.class::cast)
        .ifPresent(active ->
            active
                .slots()
                .forEach((index, _) ->
                    pod(owner.pod(index))
                        .filter(row -> Deciders.exists(row.state()))
                        .ifPresent(found::add)));
    return found;
  }

  @Override
  public List<Row<Node>> nodes() {
    return this.<Node>existing(EntityKind.NODE)
        .sorted(Comparator.comparing(row -> row.id().name()))
        .toList();
  }

  @Override
  public List<Row<AccessLog>> accessLogs() {
    return this.<AccessLog>existing(EntityKind.ACCESS)
        .sorted(Comparator.comparing(row -> row.id().name()))
        .toList();
  }

  private static boolean isOf(Row<Deployment> row, DeploymentId id) {
    return idOf(row).filter(id::equals).isPresent();
  }

  private static Optional<DeploymentId> idOf(Row<Deployment> row) {
    return switch (row.state()) {
      case Deployment.Absent(var last, _, _) -> last;
      case Deployment.Active active -> Optional.of(active.id());
    };
  }

  private static PodId podOf(Row<Pod> row) {
    return row.state().lived().orElseThrow().assignment().pod();
  }

  private <S> Stream<Row<S>> existing(EntityKind kind) {
    return rows(kind).values().stream()
        .filter(row -> Deciders.exists(row.state()))
        .map(LiveView::typed);
  }

  private <S> Optional<Row<S>> row(EntityId id) {
    return Optional.ofNullable(rows(id.kind()).get(id)).map(LiveView::typed);
  }

  // The fold makes rows with states of their entity's kind only.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <S> Row<S> typed(Row<?> row) {
    return (Row<S>) row;
  }
}
