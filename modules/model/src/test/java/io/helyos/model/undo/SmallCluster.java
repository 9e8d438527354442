package io.helyos.model.undo;

import io.helyos.model.Decision.Accepted;
import io.helyos.model.DeploymentId;
import io.helyos.model.EntityId;
import io.helyos.model.EntityKind;
import io.helyos.model.PodId;
import io.helyos.model.cluster.Cluster;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.journal.FeedRow;
import io.helyos.model.journal.Recorded;
import io.helyos.model.node.Node;
import io.helyos.model.pod.Pod;
import io.helyos.model.project.Project;
import io.helyos.model.view.Deciders;
import io.helyos.model.view.Fold;
import io.helyos.model.view.Row;
import io.helyos.model.view.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Entities with a journal in memory: commands go through the deciders, and what follows from them
/// does not happen.
final class SmallCluster implements View {
  private static final Instant NOW = Instant.parse("2030-01-31T12:00:00Z");

  private final Map<EntityId, Row<?>> rows = new HashMap<>();
  private final List<FeedRow> feed = new ArrayList<>();
  private final List<Object> events = new ArrayList<>();

  /// A command that must be accepted, by the author that the change is named after.
  void command(EntityId entity, Object command, String change) {
    command(entity, command, change, "");
  }

  private void command(EntityId entity, Object command, String change, String cause) {
    var decider = Trace.decider(entity);
    var state = row(entity).<Object>map(Row::state).orElseGet(decider::initial);
    if (!(decider.decide(state, command, NOW) instanceof Accepted<Object>(var made))) {
      throw new AssertionError(command + " was refused in " + state);
    }
    made.forEach(event -> store(entity, event, change, cause));
  }

  private void store(EntityId entity, Object event, String change, String cause) {
    var sequence = row(entity).map(Row::sequence).orElse(0L) + 1;
    rows.put(entity, Fold.apply(row(entity), entity, sequence, NOW, event));
    var nothing = new byte[0];
    var recorded =
        new Recorded(
            nothing, "", 1, NOW, "one", change, change + "-author", cause, "", "", nothing);
    events.add(event);
    feed.add(new FeedRow(events.size(), entity, sequence, recorded));
  }

  Planned undo(String change) {
    var entities = new LinkedHashSet<EntityId>();
    feed.stream()
        .filter(row -> row.recorded().change().equals(change))
        .forEach(row -> entities.add(row.entity()));
    var all = entities.stream().map(entity -> footprint(entity, change)).toList();
    return Undoing.of(change, all, this, NOW);
  }

  private Footprint footprint(EntityId entity, String change) {
    var trace = new Trace(entity, change);
    for (var row : feed) {
      if (row.entity().equals(entity)) trace.saw(row, events.get((int) row.offset() - 1));
    }
    return trace.footprint();
  }

  /// Takes a change back, as a change of its own.
  void carryOut(String change, String as) {
    if (!(undo(change) instanceof Planned.Possible(var plan))) {
      throw new AssertionError("There is no way back from " + change);
    }
    for (var part : plan.parts()) {
      for (var step : part.steps()) {
        command(step.entity(), step.command(), as, "cluster|cluster@1");
      }
    }
  }

  private Optional<Row<?>> row(EntityId entity) {
    return Optional.ofNullable(rows.get(entity));
  }

  // The fold makes rows with states of their entity's kind only.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private <S> Optional<Row<S>> one(EntityId id) {
    return row(id).map(row -> (Row<S>) row);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private <S> List<Row<S>> all(EntityKind kind) {
    return rows.values().stream()
        .filter(row -> row.id().kind() == kind && Deciders.exists(row.state()))
        .map(row -> (Row<S>) row)
        .toList();
  }

  @Override
  public Optional<Row<Cluster>> cluster() {
    return one(EntityId.cluster());
  }

  @Override
  public Optional<Row<Project>> project(String name) {
    return one(EntityId.project(name));
  }

  @Override
  public Optional<Row<Deployment>> deployment(DeploymentId id) {
    return one(id.entity());
  }

  @Override
  public Optional<Row<Pod>> pod(PodId id) {
    return one(id.entity());
  }

  @Override
  public Optional<Row<Node>> node(String name) {
    return one(EntityId.node(name));
  }

  @Override
  public List<Row<Project>> projects() {
    return all(EntityKind.PROJECT);
  }

  @Override
  public List<Row<Deployment>> deployments() {
    return all(EntityKind.DEPLOYMENT);
  }

  @Override
  public List<Row<Pod>> pods() {
    return all(EntityKind.POD);
  }

  @Override
  public List<Row<Pod>> pods(DeploymentId owner) {
    return List.of();
  }

  @Override
  public List<Row<Node>> nodes() {
    return all(EntityKind.NODE);
  }
}
