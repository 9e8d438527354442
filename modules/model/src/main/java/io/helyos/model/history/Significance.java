package io.helyos.model.history;

import io.helyos.model.deployment.DeploymentEvent;
import io.helyos.model.deployment.RolloutEvent;
import io.helyos.model.pod.PodEvent;

/// Which events say why a thing is as it is.
public final class Significance {
  private Significance() {}

  /// Whether the event is a step in the life of what it is about. The others are notes beside it:
  /// conversations, counters, and what a deployment hears of its pods, which tell it themselves.
  public static boolean isStep(Object event) {
    return switch (event) {
      case PodEvent.ExecOpened _, PodEvent.ExecClosed _, PodEvent.RestartsReset _ -> false;
      case PodEvent.CopyOpened _, PodEvent.CopyClosed _ -> false;
      case DeploymentEvent.PodReported _, RolloutEvent.PodsProven _ -> false;
      default -> true;
    };
  }
}
