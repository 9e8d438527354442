package io.helyos.orchestrator.agent;

import io.helyos.model.PodId;
import io.helyos.model.desk.Desk;
import io.helyos.model.port.ContainerState;
import io.helyos.model.reconciliation.Labels;
import io.helyos.model.reconciliation.Labels.Identity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The desks of all pods on a machine, as they are now.
final class Desks {
  private final Map<PodId, Desk> desks = new HashMap<>();

  /// Of a pod that nothing was heard of yet, an empty one.
  Desk of(PodId pod) {
    return find(pod).orElseGet(() -> Desk.of(pod));
  }

  /// Of a pod that the agent has heard an order for, or seen a container of.
  Optional<Desk> find(PodId pod) {
    return Optional.ofNullable(desks.get(pod));
  }

  void put(Desk desk) {
    desks.put(desk.pod(), desk);
  }

  void drop(PodId pod) {
    desks.remove(pod);
  }

  List<PodId> pods() {
    return List.copyOf(desks.keySet());
  }

  boolean hasProject(String project) {
    return desks.values().stream()
        .anyMatch(desk -> desk.pod().project().equals(project) && desk.newest().isPresent());
  }

  /// Spreads a list of the engine over the desks; answers whose containers nobody has an order for.
  ///
  /// @param asked desks that heard something later than this know better
  List<Identity> listed(Collection<ContainerState> containers, long asked) {
    var byPod = new HashMap<PodId, List<ContainerState>>();
    var strays = new ArrayList<Identity>();
    for (var container : containers) {
      Labels.identity(container.labels())
          .ifPresent(id -> {
            byPod.computeIfAbsent(id.pod(), _ -> new ArrayList<>()).add(container);
            if (of(id.pod()).order().isEmpty()) strays.add(id);
          });
    }
    byPod.keySet().forEach(pod -> put(of(pod)));
    desks.replaceAll((pod, desk) -> desk.listed(byPod.getOrDefault(pod, List.of()), asked));
    return strays;
  }
}
