package io.helyos.model.deployment;

import io.helyos.model.deployment.Deployment.Active;
import io.helyos.model.deployment.DeploymentEvent.SlotUpdated;
import io.helyos.model.pod.PodReport.Phase;
import java.util.ArrayList;
import java.util.List;

/// All pods stop, and when nothing is left of any, all start.
final class Recreation {
  private Recreation() {}

  /// Whether a slot's pod has to go before its successor is asked for. Whoever pauses or fails in
  /// the middle gets the old pods back.
  static boolean empties(Active active, Slot slot) {
    return active.update().strategy() == UpdatePolicy.Strategy.RECREATE
        && active.rollout().isActive()
        && slot.revision() != active.revision();
  }

  /// Whether no pod of another revision is left: who only leaves a node does not stop the others.
  static boolean isOver(Active active) {
    var over = new boolean[] {true};
    active.slots().forEach((_, slot) -> over[0] &= slot.revision() == active.revision());
    return over[0];
  }

  static List<DeploymentEvent> moves(Active active) {
    var moves = new ArrayList<DeploymentEvent>();
    var left = new boolean[1];
    active
        .slots()
        .forEach((index, slot) -> {
          if (slot.revision() == active.revision()) return;
          left[0] |= slot.phase() != Phase.GONE;
          if (active.wants(index)) {
            moves.add(new SlotUpdated(index, slot.revision(), active.revision()));
          }
        });
    return left[0] ? List.of() : moves;
  }
}
