package io.helyos.http;

import io.helyos.model.DeploymentId;
import io.helyos.model.EntityId;
import io.helyos.model.EntityKind;
import io.helyos.model.PodId;
import io.helyos.model.access.AccessLog;
import io.helyos.model.cluster.Cluster;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.node.Node;
import io.helyos.model.pod.Pod;
import io.helyos.model.project.Project;
import io.helyos.model.view.Deciders;
import io.helyos.model.view.Row;
import io.helyos.model.view.View;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The rows of a fake core as a view.
record FakeView(FakeCore core) implements View {
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
    return pods().stream()
        .filter(row ->
            row.state().lived().filter(l -> l.assignment().pod().owner().equals(owner)).isPresent())
        .toList();
  }

  @Override
  public List<Row<Node>> nodes() {
    return all(EntityKind.NODE);
  }

  @Override
  public List<Row<AccessLog>> accessLogs() {
    return all(EntityKind.ACCESS);
  }

  // The core keeps under each id what the decider of its kind made.
  @SuppressWarnings("unchecked")
  private <S> Optional<Row<S>> one(EntityId id) {
    return core.row(id).map(row -> (Row<S>) row);
  }

  @SuppressWarnings("unchecked")
  private <S> List<Row<S>> all(EntityKind kind) {
    return core.rows().stream()
        .filter(row -> row.id().kind() == kind && Deciders.exists(row.state()))
        .sorted(Comparator.comparing(row -> row.id().name()))
        .map(row -> (Row<S>) row)
        .toList();
  }
}
