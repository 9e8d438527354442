package io.helyos.model.desk;

import io.helyos.model.Rejection.Kind;
import io.helyos.model.agent.Order;
import io.helyos.model.agent.Order.Want;
import io.helyos.model.delivery.Answer;
import io.helyos.model.delivery.Answer.Refused;
import io.helyos.model.pod.Pod;
import io.helyos.model.reconciliation.Labels.Identity;
import java.util.Optional;

/// Whether a pod wants anything here at all. An order may have come so late that its pod lives
/// elsewhere by now, or not at all; then the pod refuses what it is told.
public final class Doubt {
  private Doubt() {}

  /// What the pod is to be asked about after it has answered a report so.
  public static Optional<Identity> about(Desk desk, Answer answer) {
    var refused =
        answer instanceof Refused(_, var why)
            && (why.kind() == Kind.STALE || why.kind() == Kind.NOT_FOUND);
    return desk.newest()
        .filter(order -> refused && order.want() != Want.GONE)
        .map(order -> new Identity(order.seat(), order.incarnation(), order.attempt()));
  }

  /// What the pod is to be asked about because it seems to have no place here. The view may be
  /// late; the pod knows.
  public static Optional<Identity> against(Desk desk, Optional<Pod> seen, String node) {
    return desk.newest()
        .filter(order -> order.want() != Want.GONE && !isPlaced(order, seen, node))
        .map(order -> new Identity(order.seat(), order.incarnation(), order.attempt()));
  }

  private static boolean isPlaced(Order order, Optional<Pod> seen, String node) {
    return seen.flatMap(Pod::placed).filter(at -> at.node().equals(node)).isPresent()
        && seen.flatMap(Pod::lived)
            .filter(life -> life.assignment().pod().equals(order.pod()))
            .filter(life -> life.incarnation() == order.incarnation())
            .isPresent();
  }

  /// The order that follows when the pod does not know an incarnation. It never will again: an
  /// incarnation begins on one node, and ends once.
  public static Optional<Order> disowned(Desk desk, long incarnation) {
    return desk.newest().filter(order -> order.incarnation() > incarnation).isPresent()
        ? Optional.empty()
        : desk.admit(Orders.stray(desk.seat(), incarnation));
  }
}
