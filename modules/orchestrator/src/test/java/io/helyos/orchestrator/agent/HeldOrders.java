package io.helyos.orchestrator.agent;

import io.helyos.model.PodId;
import io.helyos.model.Seat;
import io.helyos.model.agent.Order;
import io.helyos.model.port.OrderStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/// An order file on a disk that the test may make wait.
final class HeldOrders implements OrderStore {
  private final Map<PodId, Order> saved = new ConcurrentHashMap<>();
  private volatile CompletableFuture<Void> disk = CompletableFuture.completedFuture(null);

  void hold() {
    disk = new CompletableFuture<>();
  }

  void release() {
    disk.complete(null);
  }

  boolean isWaitedFor() {
    return disk.getNumberOfDependents() > 0;
  }

  Map<PodId, Order> saved() {
    return saved;
  }

  @Override
  public Collection<Order> load() {
    return List.copyOf(saved.values());
  }

  @Override
  public CompletionStage<Void> save(Order order) {
    return disk.thenRun(() -> saved.put(order.pod(), order));
  }

  @Override
  public CompletionStage<Void> forget(Seat seat) {
    saved.remove(seat.pod());
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void close() {}
}
