package io.helyos.model.delivery;

import io.helyos.model.delivery.Delivery.ToEngine;
import io.helyos.model.deployment.DeploymentCommand.ReportSteady;
import io.helyos.model.pod.Company;
import io.helyos.model.pod.Life;
import io.helyos.model.pod.Pod;
import io.helyos.model.view.Row;
import io.helyos.model.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where a pod is looked at, and what its deployment hears of it. A view that lags, and a pod that
/// is known to be down, answer nothing: it is asked again until the pod has reported, or stands.
public final class Looks {
  private Looks() {}

  /// The containers on a node that all have to run.
  public record Place(String node, List<String> containers) {
    public Place {
      containers = List.copyOf(containers);
    }
  }

  public static Optional<Place> place(ToEngine asked, View view) {
    return view.pod(asked.pod()).map(Row::state).flatMap(pod -> place(asked, pod));
  }

  private static Optional<Place> place(ToEngine asked, Pod pod) {
    if (!(pod instanceof Pod.Running(var life, var at, var own, _)) || !isAsked(asked, life)) {
      return Optional.empty();
    }
    var all = new ArrayList<String>();
    all.add(own.id());
    life.company().map(Company::running).ifPresent(all::addAll);
    return Optional.of(new Place(at.node(), all));
  }

  private static boolean isAsked(ToEngine asked, Life life) {
    return life.assignment().pod().equals(asked.pod())
        && life.incarnation() == asked.incarnation()
        && life.attempt() == asked.attempt();
  }

  /// What the deployment hears when all of them run.
  public static Optional<Object> news(ToEngine asked, boolean running) {
    var pod = asked.pod();
    return running
        ? Optional.of(
            new ReportSteady(pod.owner(), pod.index(), asked.incarnation(), asked.attempt()))
        : Optional.empty();
  }
}
