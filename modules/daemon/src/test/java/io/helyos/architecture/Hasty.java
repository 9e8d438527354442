package io.helyos.architecture;

import io.helyos.model.Seat;
import io.helyos.model.agent.Order;
import io.helyos.model.port.CrashPoints;
import io.helyos.model.port.OrderStore;
import io.helyos.model.port.OutsideCall;
import java.util.Collection;
import java.util.concurrent.CompletionStage;

/// A decorator that is wrong in every way that one can think of, to show that each is seen.
abstract class Hasty implements OrderStore {
  private final OrderStore orders;
  private final CrashPoints points;

  Hasty(OrderStore orders, CrashPoints points) {
    this.orders = orders;
    this.points = points;
  }

  @Override
  public Collection<Order> load() {
    return orders.load();
  }

  @Override
  public CompletionStage<Void> save(Order order) {
    return points.around(OutsideCall.SAVE_ORDER, () -> orders.forget(order.seat()));
  }

  @Override
  public CompletionStage<Void> forget(Seat seat) {
    orders.forget(seat);
    return points.around(OutsideCall.SAVE_ORDER, () -> orders.forget(seat));
  }
}
