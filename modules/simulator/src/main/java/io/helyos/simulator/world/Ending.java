package io.helyos.simulator.world;

import io.helyos.model.DeploymentId;
import io.helyos.model.EntityId;
import io.helyos.model.EntityKind;
import io.helyos.model.PodId;
import io.helyos.model.agent.Order.Want;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.deployment.Slot;
import io.helyos.model.node.Node;
import io.helyos.model.pod.Health;
import io.helyos.model.pod.Owed;
import io.helyos.model.pod.Pod;
import io.helyos.model.pod.PodReport.Phase;
import io.helyos.model.project.Project;
import io.helyos.model.reconciliation.Labels;
import io.helyos.model.view.Deciders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/// Whether all is as it is wanted: on the engines, on the nodes, in what entities owe each other
/// and in what each daemon sees.
final class Ending {
  private final World world;
  private final List<String> amiss = new ArrayList<>();

  private Ending(World world) {
    this.world = world;
  }

  /// What is not as it is wanted; nothing when the world has come to rest.
  static List<String> amiss(World world) {
    var ending = new Ending(world);
    ending.deployments();
    ending.nodes();
    ending.projects();
    ending.daemons();
    ending.slots();
    ending.amiss.addAll(world.watch().wishes().unmet());
    return ending.amiss;
  }

  private void expect(boolean holds, Supplier<String> what) {
    if (!holds) amiss.add(what.get());
  }

  private void deployments() {
    var wanted = new TreeSet<String>();
    for (var id : entities(EntityKind.DEPLOYMENT)) {
      if (!(world.journal().state(id) instanceof Deployment.Active active)) continue;
      expect(
          active.mode() != Deployment.Mode.REMOVING,
          () -> "%s is still being removed".formatted(active.id()));
      expect(
          active.slots().size() == active.replicas(),
          () -> "%s has %s, wants %d".formatted(active.id(), active.slots(), active.replicas()));
      active
          .slots()
          .forEach((index, slot) -> {
            wanted.add(active.id().pod(index).toString());
            slot(active, active.id().pod(index), slot);
          });
    }
    for (var id : entities(EntityKind.POD)) {
      var pod = (Pod) world.journal().state(id);
      owed(pod).forEach(owed -> expect(false, () -> "%s still owes %s".formatted(id, owed)));
      pod.lived()
          .ifPresent(life ->
              expect(
                  wanted.contains(life.assignment().pod().toString()),
                  () -> "%s lives, and nobody wants it".formatted(id)));
    }
  }

  private static List<Owed> owed(Pod pod) {
    return pod instanceof Pod.Absent(_, _, var owed)
        ? owed
        : pod.lived().map(life -> life.owed()).orElse(List.of());
  }

  private void slot(Deployment.Active active, PodId id, Slot slot) {
    var pod = (Pod) world.journal().state(id.entity());
    if (!active.wantsPods()) {
      expect(
          pod instanceof Pod.Stopped || pod instanceof Pod.Absent,
          () -> "%s is to be stopped, and is %s".formatted(id, pod));
      return;
    }
    expect(
        slot.revision() == active.revision(),
        () -> "%s is to run revision %d".formatted(id, active.revision()));
    expect(
        pod.lived().filter(l -> l.assignment().revision() == slot.revision()).isPresent(),
        () -> "%s does not run revision %d: %s".formatted(id, slot.revision(), pod));
    expect(
        pod instanceof Pod.Running running
            && running.health().liveness() == Health.Liveness.HEALTHY
            && running.health().ready()
            && slot.phase() == Phase.RUNNING,
        () ->
            "%s is to run, and is %s; its deployment has heard %s"
                .formatted(id, pod, slot.phase()));
  }

  /// Reservations and containers, both in both directions.
  private void nodes() {
    var here = new TreeMap<String, Map<String, Pod>>();
    for (var id : entities(EntityKind.POD)) {
      var pod = (Pod) world.journal().state(id);
      pod.placed()
          .ifPresent(at ->
              here.computeIfAbsent(at.node(), _ -> new TreeMap<>())
                  .put(Watch.name(pod).toString(), pod));
    }
    for (var machine : world.machines()) {
      var placed = here.getOrDefault(machine.name(), Map.of());
      reservations(machine, placed);
      fences(machine);
      amiss.addAll(Containers.amiss(machine, placed));
      for (var order : machine.disk().load()) {
        var pod = placed.get(order.pod().toString());
        // What ends a life does no harm when it could not be taken from the disk.
        expect(
            order.want() == Want.GONE
                || (pod != null && pod.lived().orElseThrow().incarnation() == order.incarnation()),
            () -> "%s still has the order %s".formatted(machine.name(), Words.of(order)));
      }
    }
  }

  private void reservations(Machine machine, Map<String, Pod> placed) {
    var expected = new HashMap<String, Long>();
    placed.forEach((id, pod) -> expected.put(id, pod.lived().orElseThrow().incarnation()));
    var held = new HashMap<String, Long>();
    if (world.journal().state(EntityId.node(machine.name())) instanceof Node.Registered node) {
      node.reservations().forEach((id, r) -> held.put(id.toString(), r.incarnation()));
    }
    expect(
        held.equals(expected),
        () -> "%s has reserved %s for %s".formatted(machine.name(), held, expected));
  }

  /// Who was lost is back, and has cleared what lives elsewhere.
  private void fences(Machine machine) {
    expect(!world.lookout().isLost(machine.name()), () -> "%s is lost".formatted(machine.name()));
    if (world.journal().state(EntityId.node(machine.name())) instanceof Node.Registered node) {
      expect(
          node.fenced().isEmpty(),
          () -> "%s has not cleared %s".formatted(machine.name(), node.fenced()));
    }
  }

  /// Over all engines: nothing runs twice.
  private void slots() {
    var running = new HashMap<String, String>();
    for (var machine : world.machines()) {
      for (var container : machine.containers(Map.of(Labels.CLUSTER, World.CLUSTER))) {
        if (!container.isRunning()) continue;
        var pod = Labels.identity(container.labels()).orElseThrow().seat().containerName();
        var other = running.put(pod, machine.name());
        expect(
            other == null, () -> "%s runs on %s and on %s".formatted(pod, other, machine.name()));
      }
    }
  }

  private void projects() {
    var listed = new TreeSet<String>();
    for (var id : entities(EntityKind.PROJECT)) {
      if (world.journal().state(id) instanceof Project.Active(var name, var suspended, var all)) {
        for (var deployment : all) {
          var own = new DeploymentId(name, deployment);
          listed.add(own.toString());
          expect(
              world.journal().state(own.entity()) instanceof Deployment.Active active
                  && active.id().equals(own)
                  && active.suspended() == suspended,
              () -> "project %s lists %s".formatted(name, deployment));
        }
      }
    }
    for (var id : entities(EntityKind.DEPLOYMENT)) {
      if (world.journal().state(id) instanceof Deployment.Active active) {
        expect(
            listed.contains(active.id().toString()),
            () -> "no project lists %s".formatted(active.id()));
      }
    }
  }

  private void daemons() {
    for (var daemon : world.daemons()) {
      for (var id : world.journal().entities()) {
        var truth = world.journal().state(id);
        var row = daemon.view().all().stream().filter(r -> r.id().equals(id)).findFirst();
        expect(
            row.filter(r -> r.state().equals(truth)).isPresent(),
            () -> "%s sees %s otherwise".formatted(daemon.name(), id));
      }
      for (var shell : daemon.shells()) {
        expect(
            shell.memory().state().equals(world.journal().state(shell.id())),
            () -> "%s remembers %s otherwise".formatted(daemon.name(), shell.id()));
        shell
            .effects()
            .open()
            .forEach(
                effect -> expect(false, () -> "%s still says %s".formatted(shell.id(), effect)));
      }
    }
  }

  private List<EntityId> entities(EntityKind kind) {
    return world.journal().entities().stream()
        .filter(id -> id.kind() == kind && exists(id))
        .toList();
  }

  private boolean exists(EntityId id) {
    return id.kind() == EntityKind.POD || Deciders.exists(world.journal().state(id));
  }
}
