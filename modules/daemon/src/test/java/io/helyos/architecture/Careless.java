package io.helyos.architecture;

import io.helyos.daemon.crash.PointedOrders;
import io.helyos.model.port.CrashPoints;
import io.helyos.model.port.OrderStore;
import java.util.ArrayList;
import java.util.List;

/// Wiring that lets an order store out before it is behind its crash points, and once does it well.
final class Careless {
  private final List<Object> kept = new ArrayList<>();

  void handOn(OrderStore orders) {
    orders.close();
  }

  void keep(OrderStore orders) {
    kept.add(orders);
  }

  void refer(List<OrderStore> all) {
    all.forEach(OrderStore::close);
  }

  PointedOrders behave(OrderStore orders) {
    return new PointedOrders(orders, CrashPoints.UNHEEDED);
  }
}
