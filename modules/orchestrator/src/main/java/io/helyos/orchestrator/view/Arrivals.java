package io.helyos.orchestrator.view;

import io.helyos.model.EntityId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Readers that wait until the view has seen a certain event.
public final class Arrivals {
  private record Waiter(long sequence, CompletableFuture<Void> arrived) {
    void arrive() {
      arrived.complete(null);
    }
  }

  private final Map<EntityId, List<Waiter>> waiters = new ConcurrentHashMap<>();
  private final Map<EntityId, Long> reached = new ConcurrentHashMap<>();

  void reached(EntityId id, long sequence) {
    reached.merge(id, sequence, Math::max);
    var waiting = waiters.get(id);
    if (waiting == null) return;
    waiting.stream().filter(waiter -> waiter.sequence <= sequence).forEach(Waiter::arrive);
  }

  /// Also those who gave up are not to be remembered, nor the names that nobody ever heard of.
  private void forget(EntityId id, Waiter waiter) {
    waiters.computeIfPresent(
        id,
        (_, waiting) -> {
          waiting.remove(waiter);
          return waiting.isEmpty() ? null : waiting;
        });
  }

  /// Completes at once when the event has been seen. The caller bounds the wait, and cancels it.
  public CompletionStage<Void> of(EntityId id, long sequence) {
    var waiter = new Waiter(sequence, new CompletableFuture<>());
    waiters.compute(
        id,
        (_, waiting) -> {
          var all = waiting == null ? new CopyOnWriteArrayList<Waiter>() : waiting;
          all.add(waiter);
          return all;
        });
    // Looked at after being listed: what arrives in between is not missed.
    if (reached.getOrDefault(id, 0L) >= sequence) reached(id, sequence);
    return waiter.arrived.whenComplete((_, _) -> forget(id, waiter));
  }
}
