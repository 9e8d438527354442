package io.helyos.simulator;

import io.helyos.model.Seat;
import io.helyos.model.agent.Order;
import io.helyos.model.port.OrderStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/// The orders of a simulated node's agent. They live as long as its containers: in memory.
public final class SimulatedOrders implements OrderStore {
  private final Map<Seat, Order> orders = new ConcurrentHashMap<>();

  @Override
  public Collection<Order> load() {
    return List.copyOf(orders.values());
  }

  @Override
  public CompletionStage<Void> save(Order order) {
    orders.put(order.seat(), order);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public CompletionStage<Void> forget(Seat seat) {
    orders.remove(seat);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void close() {}
}
