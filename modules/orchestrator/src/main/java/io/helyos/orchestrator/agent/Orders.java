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
