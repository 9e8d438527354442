package io.helyos.http.naming;

import io.helyos.contract.spec.text.Nearest;
import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import io.helyos.model.DeploymentId;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.node.Node;
import io.helyos.model.pod.Pod;
import io.helyos.model.project.Project;
import io.helyos.model.view.Row;
import io.helyos.model.view.View;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What exists, by name. The `get` methods refuse with 404 and a near name.
public final class Names {
  private Names() {}

  public static Optional<Found<Project.Active>> project(View view, String name) {
    return view.project(name).flatMap(Names::active);
  }

  /// By name.
  public static Stream<Found<Project.Active>> projects(View view) {
    return view.projects().stream().flatMap(row -> active(row).stream());
  }

  public static Found<Project.Active> getProject(View view, String name) {
    return project(view, name)
        .orElseThrow(() ->
            missing("project", name, view.projects().stream().map(r -> r.id().name()).toList()));
  }

  /// Another split of the same letters is another deployment.
  public static Optional<Found<Deployment.Active>> deployment(View view, DeploymentId id) {
    return view.deployment(id)
        .flatMap(row ->
            row.state() instanceof Deployment.Active active && active.id().equals(id)
                ? Optional.of(Found.of(row, active))
                : Optional.empty());
  }

  public static Found<Deployment.Active> getDeployment(View view, DeploymentId id) {
    return deployment(view, id)
        .orElseThrow(() ->
            missing(
                "deployment",
                id.name(),
                deployments(view)
                    .map(found -> found.state().id())
                    .filter(other -> other.project().equals(id.project()))
                    .map(DeploymentId::name)
                    .toList()));
  }

  /// By project and name.
  public static Stream<Found<Deployment.Active>> deployments(View view) {
    return view.deployments().stream()
        .flatMap(row ->
            row.state() instanceof Deployment.Active active
                ? Stream.of(Found.of(row, active))
                : Stream.empty());
  }

  public static Found<Node.Registered> getNode(View view, String name) {
    return view.node(name)
        .flatMap(Names::registered)
        .orElseThrow(
            () -> missing("node", name, view.nodes().stream().map(r -> r.id().name()).toList()));
  }

  public static Stream<Found<Node.Registered>> nodes(View view) {
    return view.nodes().stream().flatMap(row -> registered(row).stream());
  }

  /// By project, deployment and index.
  public static Stream<Found<Pod>> pods(View view) {
    return view.pods().stream().flatMap(row -> living(row).stream());
  }

  /// By index.
  public static Stream<Found<Pod>> pods(View view, DeploymentId owner) {
    return view.pods(owner).stream()
        .flatMap(row -> living(row).stream())
        .filter(pod -> pod.state().lived().orElseThrow().assignment().pod().owner().equals(owner));
  }

  /// By the name that tables show, `helyos-shop-api-0`.
  public static Found<Pod> getPod(View view, String name) {
    return Splits.ofPod(name).stream()
        .flatMap(id -> view.pod(id).flatMap(Names::living).stream())
        .findFirst()
        .orElseThrow(() -> missing("pod", name, podNames(view)));
  }

  private static List<String> podNames(View view) {
    return pods(view)
        .map(pod -> pod.state().lived().orElseThrow().assignment().pod().podName())
        .toList();
  }

  private static Optional<Found<Project.Active>> active(Row<Project> row) {
    return row.state() instanceof Project.Active active
        ? Optional.of(Found.of(row, active))
        : Optional.empty();
  }

  private static Optional<Found<Node.Registered>> registered(Row<Node> row) {
    return row.state() instanceof Node.Registered node
        ? Optional.of(Found.of(row, node))
        : Optional.empty();
  }

  private static Optional<Found<Pod>> living(Row<Pod> row) {
    return row.state().lived().map(_ -> Found.of(row, row.state()));
  }

  private static Refusal missing(String kind, String name, List<String> others) {
    var hint =
        Nearest.to(name, others)
            .map(near -> " Did you mean %s?".formatted(near))
            .orElse(" `helyos %ss` shows those that exist.".formatted(kind));
    var shown = name.length() > 100 ? name.substring(0, 100) + "..." : name;
    return Refusal.of(
        ProblemKind.NOT_FOUND, "There is no %s named %s.%s".formatted(kind, shown, hint));
  }
}
