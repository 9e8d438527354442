package io.helyos.model.desk;

import io.helyos.model.agent.Order;
import io.helyos.model.health.Checkup;
import io.helyos.model.port.ContainerState;
import io.helyos.model.reconciliation.Reconciliation;
import io.helyos.model.template.NetworkMode;
import java.util.Optional;

/// Where a container is asked whether it is well.
final class Addresses {
  private static final String LOOPBACK = "127.0.0.1";

  private Addresses() {}

  static String of(Desk desk) {
    if (isOn(desk, NetworkMode.HOST)) return LOOPBACK;
    var listed = desk.checkup().map(c -> desk.sight().byId().get(c.container()));
    return listed
        .map(ContainerState::ip)
        .filter(ip -> !ip.isEmpty())
        .or(() -> desk.checkup().map(Checkup::address))
        .orElse("");
  }

  /// @param holder of the pod's network, whose address is that of all its containers
  static String of(Desk desk, Optional<Desk> holder) {
    return isOn(desk, NetworkMode.POD) ? holder.map(Addresses::held).orElse("") : of(desk);
  }

  private static String held(Desk holder) {
    return holder
        .order()
        .flatMap(order -> Reconciliation.own(order, holder.seen()))
        .map(ContainerState::ip)
        .orElse("");
  }

  private static boolean isOn(Desk desk, NetworkMode mode) {
    return desk.order().map(Order::template).filter(t -> t.network() == mode).isPresent();
  }
}
