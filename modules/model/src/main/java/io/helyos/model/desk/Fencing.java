package io.helyos.model.desk;

import io.helyos.model.agent.Order;
import io.helyos.model.agent.Order.Want;
import io.helyos.model.reconciliation.Labels;
import java.util.Optional;

/// What a machine that was given up clears when it is back: incarnations that live elsewhere by
/// now.
public final class Fencing {
  private Fencing() {}

  /// The order that clears it; empty when one is under way, or a later life is ordered here.
  public static Optional<Order> order(Desk desk, long dead) {
    return desk.admit(Orders.stray(desk.seat(), dead));
  }

  /// Whether nothing of it is left or wanted here.
  public static boolean isCleared(Desk desk, long dead) {
    // A call that is under way, or of which nothing is known, may still leave something behind.
    if (desk.busy() || desk.sight().unclear()) return false;
    var wanted =
        desk.newest().filter(o -> o.want() != Want.GONE && o.incarnation() <= dead).isPresent();
    return !wanted
        && desk.seen().stream()
            .flatMap(c -> Labels.identity(c.labels()).stream())
            .noneMatch(id -> id.incarnation() <= dead);
  }
}
