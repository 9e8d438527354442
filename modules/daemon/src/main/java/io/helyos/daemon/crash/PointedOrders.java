package io.helyos.daemon.crash;

import io.helyos.model.Seat;
import io.helyos.model.agent.Order;
import io.helyos.model.port.CrashPoints;
import io.helyos.model.port.OrderStore;
import io.helyos.model.port.OutsideCall;
import java.util.Collection;
import java.util.concurrent.CompletionStage;

/// An order store with a crash point before and after each call.
public final class PointedOrders implements OrderStore {
  private final OrderStore orders;
  private final CrashPoints points;

  public PointedOrders(OrderStore orders, CrashPoints points) {
    this.orders = orders;
    this.points = points;
  }

  @Override
  public Collection<Order> load() {
    return points.during(OutsideCall.LOAD_ORDERS, () -> orders.load());
  }

  @Override
  public CompletionStage<Void> save(Order order) {
    return points.around(OutsideCall.SAVE_ORDER, () -> orders.save(order));
  }

  @Override
  public CompletionStage<Void> forget(Seat seat) {
    return points.around(OutsideCall.FORGET_ORDER, () -> orders.forget(seat));
  }

  @Override
  public void close() {
    points.during(OutsideCall.CLOSE_ORDERS, () -> orders.close());
  }
}
