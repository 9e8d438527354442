package io.helyos.model.deployment;

import io.helyos.model.pod.PodReport.Phase;

/// What a deployment knows of one of its pods.
///
/// @param revision that it shall run
/// @param phase as last reported for that revision
/// @param ran whether a pod of this slot has ever been running since the slot was made
public record Slot(int revision, Phase phase, boolean ran) {
  static Slot fresh(int revision) {
    return new Slot(revision, Phase.PENDING, false);
  }

  Slot updatedTo(int next) {
    return new Slot(next, Phase.PENDING, ran);
  }

  Slot reported(Phase now) {
    return new Slot(revision, now, ran || now == Phase.RUNNING);
  }

  boolean isRunning() {
    return phase == Phase.RUNNING;
  }
}
