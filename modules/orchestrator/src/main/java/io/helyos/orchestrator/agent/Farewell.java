package io.helyos.orchestrator.agent;

import io.helyos.model.port.ContainerRuntime;
import io.helyos.model.port.ContainerState;
import io.helyos.model.port.ExecResult;
import io.helyos.model.template.StopPolicy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How a container is asked to end: its own command first, if it has one, then the signal, the
/// grace and the kill. The command has the grace as well, and whatever comes of it, the signal
/// follows. Begun anew by an agent that was restarted in the midst of it.
final class Farewell {
  private static final Logger LOG = LoggerFactory.getLogger(Farewell.class);

  private final ContainerRuntime runtime;
  private final InstantSource clock;

  Farewell(ContainerRuntime runtime, InstantSource clock) {
    this.runtime = runtime;
    this.clock = clock;
  }

  CompletionStage<Void> to(ContainerState container, StopPolicy policy) {
    var begun = clock.instant();
    return before(container, policy)
        .thenCompose(_ -> {
          var grace = policy.graceAfter(Duration.between(begun, clock.instant()));
          return runtime.stop(container.id(), policy.signal(), grace);
        });
  }

  private CompletionStage<?> before(ContainerState container, StopPolicy policy) {
    if (policy.preStop().isEmpty() || policy.grace().isZero()) {
      return CompletableFuture.completedStage(null);
    }
    return runtime
        .exec(container.id(), policy.preStop(), policy.grace())
        .handle((result, failure) -> {
          tell(container, result, failure);
          return policy;
        });
  }

  private static void tell(
      ContainerState container, @Nullable ExecResult result, @Nullable Throwable failure) {
    if (failure != null) {
      LOG.warn("preStop of {} did not end: {}", container.name(), Engine.message(failure));
    } else if (result != null && result.exitCode() != 0) {
      LOG.warn(
          "preStop of {} ended with {}: {}",
          container.name(),
          result.exitCode(),
          result.output().strip());
    }
  }
}
