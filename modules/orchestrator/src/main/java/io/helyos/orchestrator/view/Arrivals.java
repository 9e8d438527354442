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
    boolean isOver(long now) {
      if (sequence <= now) arrived.complete(null);
      return arrived.isDone();
    }
  }

  private final Map<EntityId, List<Waiter>> waiters = new ConcurrentHashMap<>();
  private final Map<EntityId, Long> reached = new ConcurrentHashMap<>();

  void reached(EntityId id, long sequence) {
    reached.merge(id, sequence, Math::max);
    var waiting = waiters.get(id);
    if (waiting == null) return;
    waiting.removeIf(waiter -> waiter.isOver(sequence));
  }

  /// Completes at once when the event has been seen. The caller bounds the wait, and cancels it.
  public CompletionStage<Void> of(EntityId id, long sequence) {
    var waiter = new Waiter(sequence, new CompletableFuture<>());
    waiters.computeIfAbsent(id, _ -> new CopyOnWriteArrayList<>()).add(waiter);
    // Looked at after being listed: what arrives in between is not missed.
    if (reached.getOrDefault(id, 0L) >= sequence) reached(id, sequence);
    return waiter.arrived;
  }
}
