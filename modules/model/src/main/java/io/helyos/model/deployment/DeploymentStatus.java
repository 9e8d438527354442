package io.helyos.model.deployment;

import io.helyos.model.pod.PodReport.Phase;
import java.util.Locale;

/// The five words for the health of a deployment as a whole.
public enum DeploymentStatus {
  PENDING,
  RUNNING,
  DEGRADED,
  STOPPED,
  FAILED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// `running` also while it scales up, as long as no pod that ran is lost.
  public static DeploymentStatus of(Deployment.Active deployment) {
    if (!deployment.wantsPods()) return STOPPED;
    if (!deployment.isCounted()) return PENDING;
    if (deployment.replicas() == 0) return RUNNING;
    var running = 0;
    var lost = 0;
    var broken = 0;
    for (var index : deployment.indexes().toArray()) {
      var slot = deployment.slots().get(index).orElse(Slot.fresh(0));
      if (slot.isRunning() || hasEndedWell(slot)) running++;
      else if (slot.phase() == Phase.FAILED || slot.phase() == Phase.CRASHLOOP) broken++;
      else if (slot.ran()) lost++;
    }
    if (running == deployment.replicas()) return RUNNING;
    if (broken == 0 && isWithinBounds(deployment)) return RUNNING;
    if (broken == deployment.replicas()) return FAILED;
    if (broken + lost > 0) return DEGRADED;
    return running > 0 ? RUNNING : PENDING;
  }

  /// What a rollout takes away for a moment is no loss.
  private static boolean isWithinBounds(Deployment.Active deployment) {
    var floor = Bounds.of(deployment).floor();
    return deployment.rollout().isActive()
        && !deployment.rollout().completed().isEmpty()
        && floor > 0
        && Standing.of(deployment).available() >= floor;
  }

  private static boolean hasEndedWell(Slot slot) {
    return slot.phase() == Phase.COMPLETED;
  }

  /// How many pods are running, those beyond the replicas in place of missing ones.
  public static int ready(Deployment.Active deployment) {
    var ready = new int[1];
    deployment
        .slots()
        .forEach((index, slot) -> {
          if (deployment.wants(index) && slot.isRunning()) ready[0]++;
        });
    return Math.min(ready[0], deployment.replicas());
  }
}
