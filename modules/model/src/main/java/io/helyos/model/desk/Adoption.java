package io.helyos.model.desk;

import io.helyos.model.agent.Order;
import io.helyos.model.agent.Order.Want;
import io.helyos.model.reconciliation.Reconciliation;
import java.util.Optional;

/// A container of a later start than was ordered: the agent has begun it by itself, and the disk
/// that knew of it is lost. It is the present one; the order follows it.
final class Adoption {
  private Adoption() {}

  /// The order that the container is of; empty when there is none to be adopted.
  static Optional<Order> order(Desk desk) {
    return desk.order()
        .filter(order -> desk.coming().isEmpty() && order.want() != Want.GONE)
        .flatMap(order -> Reconciliation.latestAhead(order, desk.seen()).map(order::atAttempt));
  }
}
