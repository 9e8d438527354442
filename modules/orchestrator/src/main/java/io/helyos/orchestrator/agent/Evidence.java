package io.helyos.orchestrator.agent;

import io.helyos.model.agent.Order;
import io.helyos.model.desk.News;
import io.helyos.model.desk.Reports;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.port.ContainerRuntime;
import io.helyos.model.port.ContainerState;
import io.helyos.model.port.LogQuery;
import io.helyos.model.template.NetworkMode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/// Gathers what a report says beyond the engine's event: the address and the image's digest of a
/// started container, the circumstances and last words of one that ended.
final class Evidence {
  private static final int LOG_LINES = 20;
  private static final int KILLED = 137;
  private static final List<Duration> LATER_LOOKS =
      List.of(Duration.ofMillis(200), Duration.ofMillis(500), Duration.ofSeconds(1));

  private final ContainerRuntime runtime;
  private final Images images;
  private final InstantSource clock;

  Evidence(ContainerRuntime runtime, Images images, InstantSource clock) {
    this.runtime = runtime;
    this.images = images;
    this.clock = clock;
  }

  CompletionStage<PodCommand> ofStart(Order order, ContainerState container) {
    var digest = images.digest(order.template().image()).exceptionally(_ -> Optional.empty());
    return seen(order, container)
        .thenCombine(
            digest,
            (seen, known) ->
                Reports.started(order, seen, container, known.orElse(""), clock.instant()));
  }

  private CompletionStage<ContainerState> seen(Order order, ContainerState container) {
    // The engine's event has told when; on the host's network there is no address to ask for.
    var hasAddress = order.template().network() != NetworkMode.BRIDGE || !container.ip().isEmpty();
    return hasAddress && container.startedAt().isPresent()
        ? CompletableFuture.completedStage(container)
        : looked(container);
  }

  private CompletionStage<ContainerState> looked(ContainerState container) {
    return runtime
        .inspect(container.id())
        .handle((found, failure) ->
            failure != null || found == null ? container : found.orElse(container));
  }

  CompletionStage<PodCommand> ofEnd(Order order, News.Ended ended) {
    var words =
        LastWords.of(runtime.logs(ended.container().id(), LogQuery.last(LOG_LINES)), LOG_LINES)
            .exceptionally(_ -> List.of());
    return looked(ended.container())
        .thenCompose(seen -> lookedLater(order, seen, LATER_LOOKS))
        .thenCombine(
            words, (seen, tail) -> Reports.exited(order, seen, ended, tail, clock.instant()));
  }

  /// An engine hears of the kernel's choice by another way than of the end, and on a busy machine
  /// later: who is killed where memory is limited is looked at again. The next start is not late by
  /// it, as long as its back-off is longer than these looks.
  private CompletionStage<ContainerState> lookedLater(
      Order order, ContainerState seen, List<Duration> looks) {
    if (looks.isEmpty() || !mayBeOutOfMemory(order, seen)) {
      return CompletableFuture.completedStage(seen);
    }
    var pause = looks.getFirst().toMillis();
    return CompletableFuture.supplyAsync(
            () -> seen, CompletableFuture.delayedExecutor(pause, TimeUnit.MILLISECONDS))
        .thenCompose(this::looked)
        .thenCompose(now -> lookedLater(order, now, looks.subList(1, looks.size())));
  }

  private static boolean mayBeOutOfMemory(Order order, ContainerState seen) {
    return seen.exitCode() == KILLED
        && !seen.oomKilled()
        && order.template().resources().memoryBytes() > 0;
  }
}
