package io.helyos.model.desk;

import io.helyos.model.PodId;
import io.helyos.model.agent.Order;
import io.helyos.model.node.Node;
import io.helyos.model.reconciliation.Step;
import java.util.Map;
import java.util.Optional;

/// What a machine may begin: nothing before its agent knows which of its pods live elsewhere by
/// now, and none of those after. What is to end may end at any time.
///
/// @param fenced the highest incarnation of each that is over here; empty when nobody has said it
///   yet
public record Clearance(Optional<Map<PodId, Long>> fenced) {
  public static Clearance closed() {
    return new Clearance(Optional.empty());
  }

  public boolean isOpen() {
    return fenced.isPresent();
  }

  /// What the node's entity was last seen to say.
  public Clearance reading(Optional<Node.Registered> node) {
    return node.map(known -> new Clearance(Optional.of(known.fenced()))).orElse(this);
  }

  /// The step itself, or rest when the machine may not begin that.
  public Step minding(Order order, Step step) {
    return begins(step) && !admits(order) ? new Step.Rest() : step;
  }

  private boolean admits(Order order) {
    return fenced
        .filter(dead -> dead.getOrDefault(order.pod(), 0L) < order.incarnation())
        .isPresent();
  }

  static boolean begins(Step step) {
    return step instanceof Step.BringUp || step instanceof Step.Start;
  }
}
