package io.helyos.model.view;

import io.helyos.model.PodId;
import io.helyos.model.deployment.Deployment.Active;
import io.helyos.model.deployment.Rollout;
import io.helyos.model.node.Node.Registered;
import io.helyos.model.pod.Pod;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a node that drains still has.
///
/// @param leaving pods that are still to go, by name, with what they wait for
/// @param staying pods that do not go, with why
public record DrainProgress(Map<String, String> leaving, Map<String, String> staying) {
  public static DrainProgress of(Registered node, View view) {
    var leaving = new TreeMap<String, String>();
    var staying = new TreeMap<String, String>();
    for (var pod : node.reservations().keySet()) {
      var stays = stays(pod, view);
      if (stays.isPresent()) staying.put(pod.podName(), stays.get());
      else leaving.put(pod.podName(), waits(pod, view));
    }
    return new DrainProgress(leaving, staying);
  }

  private static Optional<String> stays(PodId pod, View view) {
    var owner = owner(pod, view);
    if (owner.filter(active -> active.everyNode().isPresent()).isPresent()) {
      return Optional.of("it belongs on every matching node");
    }
    var ended =
        view.pod(pod)
            .map(Row::state)
            .filter(it -> it instanceof Pod.Stopped || it instanceof Pod.Failed);
    return ended.map(_ -> "it has ended, and is kept for its log");
  }

  private static String waits(PodId pod, View view) {
    var owner = owner(pod, view);
    if (owner.isEmpty()) return "it is going";
    if (owner.get().rollout().paused()) {
      return "the rollout of %s is paused".formatted(pod.owner());
    }
    if (owner.get().rollout().state() == Rollout.State.STOPPED) {
      return "the rollout of %s has stopped".formatted(pod.owner());
    }
    return homeless(pod, view).orElse("it cannot be spared yet");
  }

  /// Why another pod of the deployment has no place; what it waits for, this one waits for too.
  private static Optional<String> homeless(PodId pod, View view) {
    return view.pods(pod.owner()).stream()
        .map(Row::state)
        .filter(Pod.Pending.class::isInstance)
        .flatMap(it -> ((Pod.Pending) it).why().stream())
        .map(trouble -> trouble.message())
        .findFirst();
  }

  private static Optional<Active> owner(PodId pod, View view) {
    return view.deployment(pod.owner())
        .map(Row::state)
        .filter(Active.class::isInstance)
        .map(Active.class::cast);
  }
}
