package io.helyos.model.deployment;

import io.helyos.model.deployment.DeploymentEvent.SlotUpdated;
import io.helyos.model.pod.PodReport.Phase;
import java.util.Optional;

/// Which slot takes the newest revision next: one at a time, the old pod stops before the new one
/// starts. A pod that does not run is replaced without waiting, for nothing is lost by it; a new
/// pod that does not come up holds the others where they are. One that has done its work came up.
final class Replacement {
  private Replacement() {}

  static Optional<SlotUpdated> next(Deployment.Active deployment) {
    if (!deployment.wantsPods() || deployment.templates().size() == 1) return Optional.empty();
    var newest = deployment.revision();
    var moving = false;
    var candidate = Optional.<SlotUpdated>empty();
    for (var index = 0; index < deployment.replicas(); index++) {
      var slot = deployment.slots().get(index).orElseGet(() -> Slot.fresh(newest));
      if (slot.revision() == newest) {
        moving |= !slot.isRunning() && slot.phase() != Phase.STOPPED;
      } else if (!slot.isRunning()) {
        return Optional.of(new SlotUpdated(index, slot.revision(), newest));
      } else if (candidate.isEmpty()) {
        candidate = Optional.of(new SlotUpdated(index, slot.revision(), newest));
      }
    }
    return moving ? Optional.empty() : candidate;
  }
}
