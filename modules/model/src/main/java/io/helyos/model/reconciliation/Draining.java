package io.helyos.model.reconciliation;

import io.helyos.model.agent.Order;
import io.helyos.model.agent.Order.Want;
import io.helyos.model.port.ContainerState;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/// How long a container that is to go is left alone first, so that its traffic can leave. Counted
/// from the instant in the order: an agent that was restarted waits only for what is left.
public final class Draining {
  private Draining() {}

  /// Whether the container is not to be asked to end yet. What has ended by itself is not waited
  /// for.
  static boolean holds(Order order, ContainerState container, Instant now) {
    return container.isRunning() && end(order).filter(now::isBefore).isPresent();
  }

  /// When the drain is over, if somebody waits for it.
  public static Optional<Instant> next(Order order, Collection<ContainerState> containers) {
    return end(order).filter(_ -> containers.stream().anyMatch(ContainerState::isRunning));
  }

  private static Optional<Instant> end(Order order) {
    return order
        .drainSince()
        .filter(_ -> order.want() == Want.GONE)
        .map(since -> since.plus(order.template().stop().drain()));
  }
}
