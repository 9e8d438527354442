package io.helyos.simulator.world;

import io.helyos.model.agent.Order;
import io.helyos.model.port.ContainerState;
import io.helyos.model.reconciliation.Labels;

/// How a story calls things.
final class Words {
  private Words() {}

  static String of(Order order) {
    return "%s %s %d.%d r%d%s"
        .formatted(
            order.want(),
            order.seat(),
            order.incarnation(),
            order.attempt(),
            order.revision(),
            order.unheard().isEmpty() ? "" : " unheard " + order.unheard());
  }

  static String of(ContainerState container) {
    return Labels.identity(container.labels())
        .map(id -> "%s %d.%d".formatted(id.seat(), id.incarnation(), id.attempt()))
        .orElse(container.name());
  }
}
