package io.helyos.orchestrator.logs;

import io.helyos.model.DeploymentId;
import io.helyos.model.PodId;
import io.helyos.model.pod.Placement;
import io.helyos.model.pod.Pod;
import io.helyos.model.port.ContainerRuntime;
import io.helyos.model.port.ContainerState;
import io.helyos.model.port.LogLine;
import io.helyos.model.port.LogQuery;
import io.helyos.model.port.RuntimeFailure;
import io.helyos.model.reconciliation.Labels;
import io.helyos.model.view.Row;
import io.helyos.model.view.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.function.Supplier;

/// Logs by way of the engines. Where a pod is, the view says; what is left of it there, the engine.
public final class EngineLogs implements ContainerLogs {
  private record Question(String node, Map<String, String> labels) {}

  private final View view;
  private final Function<String, Optional<ContainerRuntime>> runtimes;
  private final Supplier<String> cluster;
  private final SharedCalls<Question, List<ContainerState>> lists = new SharedCalls<>();

  /// Reads through these runtimes.
  ///
  /// @param runtimes the engine of a node, if it can be reached from here
  /// @param cluster whose containers count
  public EngineLogs(
      View view, Function<String, Optional<ContainerRuntime>> runtimes, Supplier<String> cluster) {
    this.view = view;
    this.runtimes = runtimes;
    this.cluster = cluster;
  }

  @Override
  public CompletionStage<List<PodContainer>> of(PodId pod) {
    return node(view.pod(pod))
        .map(node -> list(node, Map.of(Labels.INDEX, Integer.toString(pod.index())), pod.owner()))
        .orElseGet(() -> CompletableFuture.completedFuture(List.of()));
  }

  @Override
  public CompletionStage<List<PodContainer>> of(DeploymentId owner) {
    var lists =
        view.pods(owner).stream()
            .flatMap(row -> node(Optional.of(row)).stream())
            .distinct()
            .map(node -> list(node, Map.of(), owner))
            .toList();
    return CompletableFuture.allOf(lists.toArray(CompletableFuture<?>[]::new))
        .handle((_, failure) -> joined(lists, failure));
  }

  private static List<PodContainer> joined(
      List<CompletableFuture<List<PodContainer>>> lists, Throwable failure) {
    var good = lists.stream().filter(list -> !list.isCompletedExceptionally()).toList();
    if (good.isEmpty() && failure != null) throw new CompletionException(cause(failure));
    return good.stream().flatMap(list -> list.join().stream()).sorted().toList();
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  private static Optional<String> node(Optional<Row<Pod>> row) {
    return row.flatMap(found -> found.state().placed()).map(Placement::node);
  }

  private CompletableFuture<List<PodContainer>> list(
      String node, Map<String, String> more, DeploymentId owner) {
    var labels = new HashMap<>(more);
    labels.put(Labels.CLUSTER, cluster.get());
    labels.put(Labels.NODE, node);
    labels.put(Labels.PROJECT, owner.project());
    labels.put(Labels.DEPLOYMENT, owner.name());
    return runtimes
        .apply(node)
        .map(engine -> lists.ask(new Question(node, labels), () -> engine.list(labels)))
        .orElseGet(() -> CompletableFuture.failedFuture(unreachable(node)))
        .thenApply(found -> containers(found, node));
  }

  private static List<PodContainer> containers(List<ContainerState> found, String node) {
    var containers = new ArrayList<PodContainer>();
    for (var state : found) {
      // One that has not been started yet would look like one that has nothing more to say.
      if (state.phase() == ContainerState.Phase.CREATED) continue;
      Labels.identity(state.labels())
          .map(it ->
              new PodContainer(
                  it.seat(), it.incarnation(), it.attempt(), node, state.id(), state.isRunning()))
          .ifPresent(containers::add);
    }
    containers.sort(null);
    return containers;
  }

  @Override
  public Flow.Publisher<LogLine> lines(PodContainer container, LogQuery query) {
    return runtimes
        .apply(container.node())
        .map(engine -> engine.logs(container.id(), query))
        .orElseThrow(() -> unreachable(container.node()));
  }

  private static RuntimeFailure unreachable(String node) {
    return new RuntimeFailure(
        RuntimeFailure.Kind.UNREACHABLE,
        "Node %s has no engine that this daemon can reach.".formatted(node));
  }
}
