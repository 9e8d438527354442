package io.helyos.simulator.world;

import io.helyos.model.PodId;
import io.helyos.model.desk.Desk;
import io.helyos.model.port.ContainerState;
import io.helyos.model.reconciliation.Labels;
import io.helyos.model.reconciliation.Labels.Identity;
import io.helyos.simulator.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The desks of all pods on a machine, and when each is to be looked at again.
final class Desks {
  private final Daemon daemon;
  private final Map<PodId, Desk> desks = new LinkedHashMap<>();
  private final Map<PodId, Timeline.Timer> alarms = new LinkedHashMap<>();

  Desks(Daemon daemon) {
    this.daemon = daemon;
  }

  Desk of(PodId pod) {
    return find(pod).orElseGet(() -> Desk.of(pod));
  }

  Optional<Desk> find(PodId pod) {
    return Optional.ofNullable(desks.get(pod));
  }

  void put(Desk desk) {
    desks.put(desk.pod(), desk);
  }

  void drop(PodId pod) {
    desks.remove(pod);
    cancel(pod);
  }

  private void cancel(PodId pod) {
    var alarm = alarms.remove(pod);
    if (alarm != null) alarm.cancel();
  }

  /// Should nothing come in before, the desk is looked at when it says.
  void wake(PodId pod, Instant now, Runnable look) {
    cancel(pod);
    of(pod)
        .wakeAt(now)
        .ifPresent(at -> alarms.put(pod, daemon.after(Duration.between(now, at), look)));
  }

  List<PodId> pods() {
    return List.copyOf(desks.keySet());
  }

  boolean hasProject(String project) {
    return desks.values().stream()
        .anyMatch(desk -> desk.pod().project().equals(project) && desk.newest().isPresent());
  }

  /// Spreads a list of the engine over the desks; answers whose containers nobody has an order for.
  List<Identity> listed(Collection<ContainerState> containers, long asked) {
    var byPod = new LinkedHashMap<PodId, List<ContainerState>>();
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
