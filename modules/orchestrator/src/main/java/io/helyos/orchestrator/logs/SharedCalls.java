package io.helyos.orchestrator.logs;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One call for all who ask the same at the same time. Each gets the answer to a call that was
/// begun after it has asked: who comes while one is under way shares the next. So a hundred readers
/// of one pod cost its engine no more than two.
final class SharedCalls<K, T> {
  /// A call that is under way, and those who wait for the next one.
  private static final class Round<T> {
    private @Nullable CompletableFuture<T> next;
  }

  private final Map<K, Round<T>> rounds = new HashMap<>();

  CompletableFuture<T> ask(K question, Supplier<CompletionStage<T>> call) {
    var answer = new CompletableFuture<T>();
    synchronized (this) {
      var round = rounds.get(question);
      if (round != null) {
        var waiting = round.next == null ? answer : round.next;
        round.next = waiting;
        return waiting.copy();
      }
      rounds.put(question, new Round<>());
    }
    begin(question, call, answer);
    return answer.copy();
  }

  private void begin(K question, Supplier<CompletionStage<T>> call, CompletableFuture<T> answer) {
    var _ =
        called(call)
            .whenComplete((result, failure) -> {
              var next = ended(question);
              if (failure == null) answer.complete(result);
              else answer.completeExceptionally(failure);
              if (next != null) begin(question, call, next);
            });
  }

  private static <T> CompletionStage<T> called(Supplier<CompletionStage<T>> call) {
    try {
      return call.get();
    } catch (RuntimeException e) {
      return CompletableFuture.failedStage(e);
    }
  }

  private synchronized @Nullable CompletableFuture<T> ended(K question) {
    var round = rounds.get(question);
    if (round == null || round.next == null) {
      rounds.remove(question);
      return null;
    }
    rounds.put(question, new Round<>());
    return round.next;
  }
}
