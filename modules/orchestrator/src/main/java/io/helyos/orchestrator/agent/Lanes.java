package io.helyos.orchestrator.agent;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/// Lets a bounded number of asynchronous works run at once; the others wait in order.
final class Lanes {
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private int free;

  Lanes(int lanes) {
    this.free = lanes;
  }

  <T> CompletionStage<T> submit(Supplier<CompletionStage<T>> work) {
    var result = new CompletableFuture<T>();
    Runnable run =
        () ->
            begin(work)
                .whenComplete((value, failure) -> {
                  next();
                  if (failure == null) result.complete(value);
                  else result.completeExceptionally(failure);
                });
    synchronized (this) {
      if (free == 0) {
        waiting.add(run);
        return result;
      }
      free--;
    }
    run.run();
    return result;
  }

  /// A work that cannot even begin has failed, and frees its lane like any other.
  private static <T> CompletionStage<T> begin(Supplier<CompletionStage<T>> work) {
    try {
      return work.get();
    } catch (RuntimeException failure) {
      return CompletableFuture.failedStage(failure);
    }
  }

  private void next() {
    Runnable run;
    synchronized (this) {
      if (waiting.isEmpty()) {
        free++;
        return;
      }
      run = waiting.removeFirst();
    }
    run.run();
  }
}
