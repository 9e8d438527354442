package io.helyos.docker;

import com.github.dockerjava.api.exception.ConflictException;
import io.helyos.model.port.RuntimeFailure;
import io.helyos.model.port.RuntimeFailure.Kind;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Signal, grace, kill. In single steps, because the engine's own `stop` takes the signal from the
/// request only since version 23, and would hold a lane for the whole grace.
final class ContainerStop {
  /// For the engine to clean up after a process that cannot refuse to die.
  private static final Duration AFTER_KILL = Duration.ofSeconds(20);

  private final EngineConnection engine;
  private final Calls calls;
  private final String container;

  ContainerStop(EngineConnection engine, Calls calls, String container) {
    this.engine = engine;
    this.calls = calls;
    this.container = container;
  }

  CompletableFuture<Void> run(String signal, Duration grace) {
    return CompletableFuture.runAsync(
        () -> stop(signal, grace), task -> Thread.ofVirtual().name("docker-stop").start(task));
  }

  private void stop(String signal, Duration grace) {
    if (!send(signal) || endsWithin(grace)) {
      return;
    }
    if (send("SIGKILL") && !endsWithin(AFTER_KILL)) {
      throw new RuntimeFailure(
          Kind.ENGINE_ERROR,
          "%s still runs %d s after SIGKILL: look at the machine's kernel log"
              .formatted(container, AFTER_KILL.toSeconds()));
    }
  }

  /// False when nothing runs that could get it.
  private boolean send(String signal) {
    return Calls.await(
        calls.call(
            "send " + signal + " to " + container,
            () -> {
              try {
                engine.calls().killContainerCmd(container).withSignal(signal).exec();
                return true;
              } catch (ConflictException e) {
                return false;
              }
            }));
  }

  private boolean endsWithin(Duration time) {
    if (time.isZero()) {
      return false;
    }
    var what = "wait for " + container;
    try (var answer = calls.within(what, () -> ContainerWait.notRunning(engine, container))) {
      var ending =
          CompletableFuture.supplyAsync(
              () -> ContainerWait.toTheEnd(answer), Thread::startVirtualThread);
      return ending.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw Failures.translate(what, asRuntime(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RuntimeFailure(Kind.UNKNOWN_OUTCOME, what + ": interrupted", e);
    }
  }

  private static RuntimeException asRuntime(@Nullable Throwable cause) {
    return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
  }
}
