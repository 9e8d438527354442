package io.helyos.simulator;

import io.helyos.model.port.ContainerEvent;
import io.helyos.model.port.RuntimeFailure;
import io.helyos.model.port.RuntimeFailure.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The way from a client to its engine: takes time, and at times loses what is sent over it.
final class FaultyWay {
  private final Timeline timeline;
  private final EngineSettings settings;
  private final SplittableRandom random;
  private volatile @Nullable EngineFault fault;
  private volatile boolean closed;

  FaultyWay(Timeline timeline, EngineSettings settings) {
    this.timeline = timeline;
    this.settings = settings;
    this.random = new SplittableRandom(settings.seed());
  }

  void inflict(@Nullable EngineFault next) {
    fault = next;
  }

  void close() {
    closed = true;
  }

  private boolean suffers(EngineFault suspected) {
    return fault == suspected;
  }

  /// Why nothing can be asked at all, if so.
  private Optional<RuntimeFailure> blocked() {
    if (closed) {
      return Optional.of(new RuntimeFailure(Kind.UNREACHABLE, "this client was closed"));
    }
    return fault == EngineFault.REFUSE
        ? Optional.of(new RuntimeFailure(Kind.UNREACHABLE, "no connection to the simulated engine"))
        : Optional.empty();
  }

  /// Joins a new stream with the engine, or lets it fail.
  void open(SimulatedStream<?> stream, Runnable join) {
    var blocked = blocked();
    if (blocked.isPresent()) {
      stream.fail(blocked.get());
    } else if (suffers(EngineFault.LOSE_ANSWERS)) {
      stream.fail(lost());
    } else if (suffers(EngineFault.HANG)) {
      timeline.after(settings.callTimeout(), () -> giveUp(stream));
    } else {
      try {
        join.run();
      } catch (RuntimeFailure failure) {
        stream.fail(failure);
      }
    }
  }

  private static void giveUp(SimulatedStream<?> stream) {
    stream.fail(lost());
    stream.drain();
  }

  /// What lies between an engine and a new listener.
  Outlet<ContainerEvent> disordered(SimulatedStream<ContainerEvent> stream, EngineLock lock) {
    return suffers(EngineFault.DUPLICATE_EVENTS) || suffers(EngineFault.REORDER_EVENTS)
        ? new EventDisorder(stream, suffers(EngineFault.REORDER_EVENTS), timeline, lock)
        : stream;
  }

  /// A call that changes nothing.
  <T> CompletionStage<T> look(Supplier<T> work) {
    return call(Duration.ZERO, () -> CompletableFuture.completedFuture(work.get()), false);
  }

  /// A call that changes something, and of which a share fails as the settings say.
  <T> CompletionStage<T> change(Duration delay, Supplier<CompletableFuture<T>> work) {
    var draw = settings.failureRate() == 0 ? 1 : draw();
    if (draw < settings.failureRate() / 2) {
      return CompletableFuture.failedFuture(
          new RuntimeFailure(Kind.ENGINE_ERROR, "the simulated engine has failed, as it was told"));
    }
    return call(delay, work, draw < settings.failureRate());
  }

  private synchronized double draw() {
    return random.nextDouble();
  }

  private <T> CompletionStage<T> call(
      Duration delay, Supplier<CompletableFuture<T>> work, boolean losing) {
    var blocked = blocked();
    if (blocked.isPresent()) {
      return CompletableFuture.failedFuture(blocked.get());
    }
    var answer = new CompletableFuture<T>();
    if (fault == EngineFault.HANG) {
      timeline.after(settings.callTimeout(), () -> answer.completeExceptionally(lost()));
    } else {
      var loses = losing || fault == EngineFault.LOSE_ANSWERS;
      after(delay, () -> carryOut(work, answer, loses));
    }
    return answer;
  }

  private void after(Duration delay, Runnable work) {
    if (delay.isZero()) {
      work.run();
    } else {
      timeline.after(delay, work);
    }
  }

  private static <T> void carryOut(
      Supplier<CompletableFuture<T>> work, CompletableFuture<T> answer, boolean loses) {
    begun(work)
        .whenComplete((value, failure) -> {
          if (loses) {
            answer.completeExceptionally(lost());
          } else if (failure != null) {
            answer.completeExceptionally(failure);
          } else {
            answer.complete(value);
          }
        });
  }

  private static <T> CompletionStage<T> begun(Supplier<CompletableFuture<T>> work) {
    try {
      return work.get();
    } catch (RuntimeException failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  private static RuntimeFailure lost() {
    return new RuntimeFailure(
        Kind.UNKNOWN_OUTCOME,
        "the simulated engine gave no answer: what was asked for may have happened");
  }
}
