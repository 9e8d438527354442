package io.helyos.persistence.cassandra.feed;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// Many questions to the database, some of them at a time.
final class Gather<T, R> {
  private static final int WIDTH = 64;

  private final List<T> items;
  private final Function<T, CompletionStage<R>> ask;
  private final Map<Integer, R> answers = new ConcurrentSkipListMap<>();
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger left;
  private final CompletableFuture<List<R>> done = new CompletableFuture<>();

  private Gather(Collection<T> items, Function<T, CompletionStage<R>> ask) {
    this.items = List.copyOf(items);
    this.ask = ask;
    this.left = new AtomicInteger(items.size());
  }

  /// All answers in the order of the questions, or the first failure.
  static <T, R> CompletionStage<List<R>> each(
      Collection<T> items, Function<T, CompletionStage<R>> ask) {
    if (items.isEmpty()) return CompletableFuture.completedStage(List.of());
    var gather = new Gather<>(items, ask);
    for (var lane = 0; lane < Math.min(WIDTH, items.size()); lane++) gather.step();
    return gather.done;
  }

  private void step() {
    var index = next.getAndIncrement();
    if (index >= items.size() || done.isDone()) return;
    ask.apply(items.get(index))
        .whenCompleteAsync((answer, failure) -> {
          if (failure != null) done.completeExceptionally(failure);
          else answered(index, answer);
        });
  }

  private void answered(int index, R answer) {
    answers.put(index, answer);
    if (left.decrementAndGet() == 0) done.complete(List.copyOf(answers.values()));
    else step();
  }
}
