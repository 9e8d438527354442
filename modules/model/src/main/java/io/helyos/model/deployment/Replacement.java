package io.helyos.model.deployment;

import io.helyos.model.deployment.DeploymentEvent.SlotUpdated;
import io.helyos.model.pod.PodReport.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which slots take the newest revision now: one at a time, the old pod stops before the new one
/// starts. A pod that does not run is replaced without waiting, for nothing is lost by it; a new
/// pod that does not come up holds the others where they are. One that has done its work came up.
final class Replacement {
  private Replacement() {}

  static List<SlotUpdated> due(Deployment.Active deployment) {
    if (!deployment.wantsPods() || deployment.templates().size() == 1) return List.of();
    var newest = deployment.revision();
    var moving = false;
    var atOnce = new ArrayList<SlotUpdated>();
    var candidate = Optional.<SlotUpdated>empty();
    for (var index = 0; index < deployment.replicas(); index++) {
      var slot = deployment.slots().get(index).orElseGet(() -> Slot.fresh(newest));
      if (slot.revision() == newest) {
        moving |= !slot.isRunning() && slot.phase() != Phase.COMPLETED;
      } else if (!slot.isRunning()) {
        atOnce.add(new SlotUpdated(index, slot.revision(), newest));
      } else if (candidate.isEmpty()) {
        candidate = Optional.of(new SlotUpdated(index, slot.revision(), newest));
      }
    }
    return moving || !atOnce.isEmpty() ? atOnce : candidate.stream().toList();
  }
}
