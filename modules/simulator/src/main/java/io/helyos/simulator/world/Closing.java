package io.helyos.simulator.world;

import io.helyos.model.Seat;
import io.helyos.model.desk.Desk;
import io.helyos.model.port.OrderStore;

/// What follows the last of a pod on a machine: its order is forgotten, and with the last pod of a
/// project its network goes.
final class Closing {
  private final Agent agent;
  private final Hands hands;
  private final OrderStore orders;
  private final Desks desks;

  Closing(Agent agent, Hands hands, OrderStore orders, Desks desks) {
    this.agent = agent;
    this.hands = hands;
    this.orders = orders;
    this.desks = desks;
  }

  /// The order stays until the network is gone: should the daemon die in between, that is done
  /// again.
  void close(Seat seat) {
    if (desks.hasProject(seat.pod().project())) {
      orders.forget(seat);
      return;
    }
    agent.pipe(
        hands.networks().leave(seat.pod().project()).thenApply(_ -> true),
        gone -> {
          if (gone.isPresent() && desks.find(seat).flatMap(Desk::newest).isEmpty()) {
            orders.forget(seat);
          }
        });
  }
}
