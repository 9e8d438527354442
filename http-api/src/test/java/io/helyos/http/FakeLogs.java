package io.helyos.http;

import io.helyos.model.DeploymentId;
import io.helyos.model.PodId;
import io.helyos.model.port.LogLine;
import io.helyos.model.port.LogQuery;
import io.helyos.model.port.RuntimeFailure;
import io.helyos.orchestrator.logs.ContainerLogs;
import io.helyos.orchestrator.logs.PodContainer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.function.Predicate;

/// Containers that write what a test says, when it says so.
final class FakeLogs implements ContainerLogs {
  static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  final List<LogQuery> queries = new CopyOnWriteArrayList<>();
  private final List<FakeContainer> containers = new CopyOnWriteArrayList<>();
  volatile boolean away;

  /// A container that runs.
  FakeContainer start(PodId pod, int attempt) {
    var id = pod.podName() + "." + attempt;
    var container = new FakeContainer(new PodContainer(pod, 1, attempt, "one", id, true));
    containers.add(container);
    return container;
  }

  /// A container that has written a few lines at noon and then ended.
  void write(PodId pod, String... texts) {
    var container = start(pod, 1);
    for (var text : texts) container.write(NOON, text);
    container.end();
  }

  void remove(PodId pod) {
    var gone = containers.stream().filter(it -> it.state().pod().equals(pod)).toList();
    containers.removeAll(gone);
    gone.forEach(FakeContainer::end);
  }

  /// Ends all readings, as an engine does that goes away for a moment.
  void cut() {
    containers.forEach(FakeContainer::cut);
  }

  @Override
  public CompletionStage<List<PodContainer>> of(PodId pod) {
    return found(container -> container.pod().equals(pod));
  }

  @Override
  public CompletionStage<List<PodContainer>> of(DeploymentId owner) {
    return found(container -> container.pod().owner().equals(owner));
  }

  private CompletionStage<List<PodContainer>> found(Predicate<PodContainer> wanted) {
    return away
        ? CompletableFuture.failedStage(
            new RuntimeFailure(RuntimeFailure.Kind.UNREACHABLE, "no engine"))
        : CompletableFuture.completedStage(
            containers.stream().map(FakeContainer::state).filter(wanted).sorted().toList());
  }

  @Override
  public Flow.Publisher<LogLine> lines(PodContainer container, LogQuery query) {
    queries.add(query);
    return containers.stream()
        .filter(it -> it.state().id().equals(container.id()))
        .findFirst()
        .map(it -> it.lines(query))
        .orElseThrow(() -> new RuntimeFailure(RuntimeFailure.Kind.NOT_FOUND, "no container"));
  }
}
