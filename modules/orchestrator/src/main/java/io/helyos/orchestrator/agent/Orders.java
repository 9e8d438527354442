package io.helyos.orchestrator.agent;

import io.helyos.model.PodId;
import io.helyos.model.agent.Order;
import io.helyos.model.agent.Order.Want;
import io.helyos.model.template.PodTemplate;
import io.helyos.model.template.StopPolicy;
import java.time.Instant;
import java.util.List;

/// Orders that end something, and so need no more of a template than how to stop.
public final class Orders {
  /// Of what follows from no command of a user.
  static final Order.Origin SYSTEM = new Order.Origin("", "system", "", Instant.EPOCH);

  private Orders() {}

  public static Order gone(PodId pod, long incarnation, StopPolicy stop, Order.Origin origin) {
    return new Order(
        pod, Want.GONE, incarnation, 0, 0, PodTemplate.of("").withStop(stop), List.of(), origin);
  }

  /// The order that ends a pod knows no template; what runs is stopped in the way that the order
  /// which began it has said.
  static Order following(Order next, Order known) {
    return next.want() == Want.GONE
        ? gone(next.pod(), next.incarnation(), known.template().stop(), next.origin())
        : next;
  }

  /// For a container that no pod knows.
  static Order stray(PodId pod, long incarnation) {
    return gone(pod, incarnation, StopPolicy.DEFAULT, SYSTEM);
  }

  /// The attempt is over and the pod has heard so.
  static Order ended(Order order) {
    return new Order(
        order.pod(),
        Want.ENDED,
        order.incarnation(),
        order.attempt(),
        order.revision(),
        order.template(),
        order.ports(),
        order.origin());
  }
}
