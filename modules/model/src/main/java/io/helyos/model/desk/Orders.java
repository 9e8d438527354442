package io.helyos.model.desk;

import io.helyos.model.PodId;
import io.helyos.model.Seat;
import io.helyos.model.agent.Order;
import io.helyos.model.agent.Order.Want;
import io.helyos.model.template.PodTemplate;
import io.helyos.model.template.StopPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Orders that end something, and so need no more of a template than how to stop.
public final class Orders {
  /// Of what follows from no command of a user.
  public static final Order.Origin SYSTEM = new Order.Origin("", "system", "", Instant.EPOCH);

  private Orders() {}

  public static Order gone(PodId pod, long incarnation, StopPolicy stop, Order.Origin origin) {
    return new Order(
        pod, Want.GONE, incarnation, 0, 0, PodTemplate.of("").withStop(stop), List.of(), origin);
  }

  /// The order that ends a pod knows no template; what runs is stopped in the way that the order
  /// which began it has said. What the pod has not heard stays to be told.
  static Order following(Order next, Order known) {
    var full =
        next.want() == Want.GONE
            ? gone(next.pod(), next.incarnation(), known.template().stop(), next.origin())
                .drainingSince(next.drainSince())
                .about(next.companion())
            : next;
    return full.withUnheard(known.unheard());
  }

  /// An order that has reached the disk. What was heard or not on that way is known by the one
  /// before it.
  static Order saved(Order next, Optional<Order> before) {
    return before.map(known -> next.withUnheard(known.unheard())).orElse(next);
  }

  /// Whether anything is kept that the pod has not heard.
  static boolean owes(Optional<Order> order) {
    return order.filter(known -> !known.unheard().isEmpty()).isPresent();
  }

  /// Whether two orders want the same start of a container, whatever else has been heard.
  static boolean areOfOneStart(Order one, Order other) {
    return one.want() == other.want()
        && one.incarnation() == other.incarnation()
        && one.attempt() == other.attempt();
  }

  /// For a container that no pod knows.
  public static Order stray(Seat seat, long incarnation) {
    return gone(seat.pod(), incarnation, StopPolicy.DEFAULT, SYSTEM).about(seat.companion());
  }
}
