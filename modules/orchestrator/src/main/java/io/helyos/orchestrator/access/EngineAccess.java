package io.helyos.orchestrator.access;

import io.helyos.model.pod.ExecPlace;
import io.helyos.model.port.ContainerRuntime;
import io.helyos.model.port.ExecRequest;
import io.helyos.model.port.ExecSession;
import io.helyos.model.port.RuntimeFailure;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;

/// By way of the engines that can be reached from here.
public final class EngineAccess implements ContainerAccess {
  private final Function<String, Optional<ContainerRuntime>> runtimes;

  /// @param runtimes the engine of a node, if it can be reached from here
  public EngineAccess(Function<String, Optional<ContainerRuntime>> runtimes) {
    this.runtimes = runtimes;
  }

  @Override
  public CompletionStage<ExecSession> exec(ExecPlace place, ExecRequest request) {
    return on(place.node(), engine -> engine.openExec(place.container(), request));
  }

  @Override
  public CompletionStage<Flow.Publisher<byte[]>> read(ExecPlace place, String path) {
    return on(place.node(), engine -> engine.readFiles(place.container(), path));
  }

  @Override
  public CompletionStage<Void> write(
      ExecPlace place, String directory, Flow.Publisher<byte[]> archive) {
    return on(place.node(), engine -> engine.writeFiles(place.container(), directory, archive));
  }

  private <T> CompletionStage<T> on(
      String node, Function<ContainerRuntime, CompletionStage<T>> call) {
    return runtimes
        .apply(node)
        .map(call)
        .orElseGet(() ->
            CompletableFuture.failedStage(
                new RuntimeFailure(
                    RuntimeFailure.Kind.UNREACHABLE,
                    "Node %s has no engine that this daemon can reach.".formatted(node))));
  }
}
