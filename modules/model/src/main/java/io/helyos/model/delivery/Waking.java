package io.helyos.model.delivery;

import io.helyos.model.Decider;
import io.helyos.model.pod.Pod;
import io.helyos.model.pod.PodEffect;
import io.helyos.model.view.Deciders;
import io.helyos.model.view.Row;
import io.helyos.model.view.View;

/// Which entities have something to do when a daemon starts: those with an effect that the view
/// does not show to hold already. A pod that simply runs sleeps on; its agent wakes it when it does
/// not.
public final class Waking {
  private Waking() {}

  public static boolean isNeeded(Row<?> row, View view) {
    return decider(row).effects(row.state()).stream()
        .anyMatch(effect -> !isKept(effect, row) && !Settled.isSettled(effect, view));
  }

  /// Whether it is to be woken from time to time, too: late words may undo what projects and
  /// deployments had settled before they fell asleep. They see to all the others.
  public static boolean isNeededAgain(Row<?> row, View view) {
    return switch (row.id().kind()) {
      case CLUSTER, PROJECT, DEPLOYMENT -> isNeeded(row, view);
      case NODE, POD, ACCESS -> false;
    };
  }

  private static boolean isKept(Object effect, Row<?> row) {
    return effect instanceof PodEffect.EnsureRunning running
        && row.state() instanceof Pod.Running(var life, _, _, _)
        && running
            .companion()
            .flatMap(life::companion)
            .filter(companion -> companion.up().isEmpty())
            .isEmpty();
  }

  // A row holds a state that the decider of its kind has made.
  @SuppressWarnings("unchecked")
  private static Decider<?, ?, Object, ?> decider(Row<?> row) {
    return (Decider<?, ?, Object, ?>) Deciders.of(row.id().kind());
  }
}
