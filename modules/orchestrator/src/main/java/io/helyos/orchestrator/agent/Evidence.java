package io.helyos.orchestrator.agent;

import io.helyos.model.agent.Order;
import io.helyos.model.pod.Pod;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.pod.PodCommand.ReportExited;
import io.helyos.model.pod.PodCommand.ReportStarted;
import io.helyos.model.port.ContainerRuntime;
import io.helyos.model.port.ContainerState;
import io.helyos.model.port.LogQuery;
import io.helyos.model.template.NetworkMode;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Gathers what a report says beyond the engine's event: the address of a started container, the
/// circumstances and last words of one that ended.
final class Evidence {
  private static final int LOG_LINES = 20;

  private final ContainerRuntime runtime;
  private final InstantSource clock;

  Evidence(ContainerRuntime runtime, InstantSource clock) {
    this.runtime = runtime;
    this.clock = clock;
  }

  CompletionStage<PodCommand> ofStart(Order order, ContainerState container) {
    // The engine's event has told when; on the host's network there is no address to ask for.
    var hasAddress = order.template().network() != NetworkMode.BRIDGE || !container.ip().isEmpty();
    if (hasAddress && container.startedAt().isPresent()) {
      return CompletableFuture.completedFuture(started(order, container));
    }
    return runtime
        .inspect(container.id())
        .handle((found, failure) ->
            failure != null || found == null
                ? started(order, container)
                : found
                    .map(now -> started(order, now, container))
                    .orElseGet(() -> started(order, container)));
  }

  private PodCommand started(Order order, ContainerState now, ContainerState announced) {
    var instant = announced.startedAt().or(now::startedAt).orElseGet(clock::instant);
    return new ReportStarted(
        order.incarnation(), order.attempt(), new Pod.Container(now.id(), now.ip(), "", instant));
  }

  private PodCommand started(Order order, ContainerState container) {
    return started(order, container, container);
  }

  CompletionStage<PodCommand> ofEnd(Order order, ContainerState container) {
    var inspected =
        runtime
            .inspect(container.id())
            .handle((found, failure) ->
                failure != null || found == null ? container : found.orElse(container));
    var words =
        LastWords.of(runtime.logs(container.id(), LogQuery.last(LOG_LINES)), LOG_LINES)
            .exceptionally(_ -> List.of());
    return inspected.thenCombine(words, (now, tail) -> exited(order, now, container, tail));
  }

  private PodCommand exited(
      Order order, ContainerState now, ContainerState announced, List<String> tail) {
    // A container that was started again by hand meanwhile has no end; the announced one counts.
    var end = now.isRunning() ? announced : now;
    return new ReportExited(
        order.incarnation(),
        order.attempt(),
        end.exitCode(),
        end.oomKilled(),
        end.finishedAt().or(announced::finishedAt).orElseGet(clock::instant),
        tail);
  }
}
