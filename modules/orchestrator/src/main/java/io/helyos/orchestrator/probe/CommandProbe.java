package io.helyos.orchestrator.probe;

import static java.util.concurrent.CompletableFuture.completedStage;

import io.helyos.model.port.ContainerRuntime;
import io.helyos.model.port.ExecResult;
import io.helyos.model.port.ProbeAnswer;
import io.helyos.model.port.RuntimeFailure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A command in the container: exit code 0 is good.
final class CommandProbe {
  /// For an engine that does not keep its own deadline.
  private static final Duration MERCY = Duration.ofSeconds(2);

  private final ContainerRuntime runtime;

  CommandProbe(ContainerRuntime runtime) {
    this.runtime = runtime;
  }

  CompletionStage<ProbeAnswer> ask(String container, List<String> command, Duration timeout) {
    return runtime
        .exec(container, command, timeout)
        .toCompletableFuture()
        .orTimeout(timeout.plus(MERCY).toMillis(), TimeUnit.MILLISECONDS)
        .handle((result, failure) ->
            result == null ? failed(failure, timeout) : completedStage(answer(result)))
        .thenCompose(answer -> answer);
  }

  private static ProbeAnswer answer(ExecResult result) {
    var last =
        result.output().lines().filter(line -> !line.isBlank()).reduce("", (_, line) -> line);
    var words = "exit code " + result.exitCode() + (last.isEmpty() ? "" : ": " + Words.clean(last));
    return new ProbeAnswer(result.exitCode() == 0, words);
  }

  private CompletionStage<ProbeAnswer> failed(@Nullable Throwable failure, Duration timeout) {
    var cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (!(cause instanceof RuntimeFailure known)) return overdue(timeout);
    var words = Words.clean(String.valueOf(known.getMessage()));
    return switch (known.kind()) {
      case UNKNOWN_OUTCOME -> overdue(timeout);
      case NOT_FOUND, INVALID -> completedStage(ProbeAnswer.bad(words));
      case UNREACHABLE, ENGINE_ERROR, NAME_TAKEN, IMAGE_MISSING, PULL_FAILED, PORT_TAKEN ->
          completedStage(ProbeAnswer.none(words));
    };
  }

  /// Either the command hangs, or the engine does: then the container is not to blame.
  private CompletionStage<ProbeAnswer> overdue(Duration timeout) {
    var words = "no answer within " + Words.of(timeout);
    return runtime
        .describe()
        .toCompletableFuture()
        .orTimeout(MERCY.toMillis(), TimeUnit.MILLISECONDS)
        .handle((_, failure) ->
            failure == null
                ? ProbeAnswer.bad(words)
                : ProbeAnswer.none(words + ", and the engine does not answer"));
  }
}
