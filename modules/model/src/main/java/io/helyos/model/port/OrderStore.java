package io.helyos.model.port;

import io.helyos.model.Seat;
import io.helyos.model.agent.Order;
import java.util.Collection;
import java.util.concurrent.CompletionStage;

/// The agent's durable intent: what it was last told about each container's place. Written to disk
/// before the engine is called, so that after any crash every container on the machine has an
/// order.
public interface OrderStore extends AutoCloseable {
  /// All orders, as they were last saved. Called once, at start.
  Collection<Order> load();

  /// Completes when the order is on disk; a later one for the same place replaces it.
  CompletionStage<Void> save(Order order);

  CompletionStage<Void> forget(Seat seat);

  @Override
  void close();
}
