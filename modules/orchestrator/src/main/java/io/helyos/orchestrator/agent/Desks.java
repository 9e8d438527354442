package io.helyos.orchestrator.agent;

import io.helyos.model.PodId;
import io.helyos.model.port.ContainerState;
import io.helyos.model.reconciliation.Labels;
import io.helyos.model.reconciliation.Labels.Identity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The desks of all pods on a machine.
final class Desks {
  private final Map<PodId, PodDesk> desks = new HashMap<>();

  PodDesk of(PodId pod) {
    return desks.computeIfAbsent(pod, PodDesk::new);
  }

  /// Of a pod that the agent has heard an order for, or seen a container of.
  Optional<PodDesk> find(PodId pod) {
    return Optional.ofNullable(desks.get(pod));
  }

  void drop(PodId pod) {
    desks.remove(pod);
  }

  List<PodDesk> all() {
    return List.copyOf(desks.values());
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
    for (var desk : desks.values()) desk.listed(byPod.getOrDefault(desk.pod(), List.of()), asked);
    return strays;
  }
}
