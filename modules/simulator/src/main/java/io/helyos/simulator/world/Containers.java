package io.helyos.simulator.world;

import io.helyos.model.Seat;
import io.helyos.model.pod.Companion;
import io.helyos.model.pod.Companion.Stand;
import io.helyos.model.pod.Life;
import io.helyos.model.pod.Pod;
import io.helyos.model.port.ContainerState;
import io.helyos.model.reconciliation.Labels;
import io.helyos.model.reconciliation.Labels.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/// Whether the containers on a machine are those that its pods know, and the other way round.
final class Containers {
  private final Machine machine;
  private final List<String> amiss = new ArrayList<>();

  private Containers(Machine machine) {
    this.machine = machine;
  }

  static List<String> amiss(Machine machine, Map<String, Pod> placed) {
    var containers = new Containers(machine);
    containers.look(placed);
    return containers.amiss;
  }

  private void expect(boolean holds, Supplier<String> what) {
    if (!holds) amiss.add(what.get());
  }

  private void look(Map<String, Pod> placed) {
    var seen = new TreeSet<String>();
    for (var container : machine.containers(Map.of(Labels.CLUSTER, World.CLUSTER))) {
      var id = Labels.identity(container.labels()).orElseThrow();
      var pod = placed.get(id.pod().toString());
      var attempt =
          Optional.ofNullable(pod)
              .flatMap(Pod::lived)
              .filter(life -> life.incarnation() == id.incarnation())
              .map(life -> attempt(life, id.seat()));
      // The dead container of an earlier start is kept for its log.
      var remains =
          container.phase() == ContainerState.Phase.EXITED
              && attempt.filter(now -> id.attempt() < now).isPresent();
      expect(
          remains || attempt.filter(now -> id.attempt() == now).isPresent(),
          () ->
              "%s has the orphan %s, %s"
                  .formatted(machine.name(), Words.of(container), container.phase()));
      if (remains) continue;
      if (pod instanceof Pod.Running running)
        known(running, id).ifPresent(it -> runs(container, it));
      seen.add(id.seat().toString());
    }
    placed.forEach((id, pod) -> {
      if (pod instanceof Pod.Running running) wanted(id, running).forEach(it -> there(seen, it));
    });
  }

  static int attempt(Life life, Seat seat) {
    return seat.companion()
        .flatMap(life::companion)
        .map(Companion::attempt)
        .orElseGet(life::attempt);
  }

  /// The container that the pod knows to run there, if one is to.
  private static Optional<Pod.Container> known(Pod.Running pod, Identity id) {
    return id.seat().companion().isEmpty()
        ? Optional.of(pod.container())
        : id.seat()
            .companion()
            .flatMap(pod.life()::companion)
            .flatMap(Companion::up)
            .map(Stand.Up::container);
  }

  private void runs(ContainerState container, Pod.Container known) {
    expect(
        container.isRunning() && known.id().equals(container.id()),
        () ->
            "%s: %s is %s, and not the container that the pod knows"
                .formatted(machine.name(), Words.of(container), container.phase()));
  }

  private static List<String> wanted(String id, Pod.Running pod) {
    var all = new ArrayList<>(List.of(id));
    pod.life().company().stream()
        .flatMap(company -> company.all().stream())
        .filter(companion -> companion.up().isPresent())
        .forEach(companion -> all.add(id + "/" + companion.name()));
    return all;
  }

  private void there(Set<String> seen, String seat) {
    expect(seen.contains(seat), () -> "%s has no container of %s".formatted(machine.name(), seat));
  }
}
