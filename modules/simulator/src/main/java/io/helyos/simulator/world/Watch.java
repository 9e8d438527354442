package io.helyos.simulator.world;

import io.helyos.model.EntityId;
import io.helyos.model.PodId;
import io.helyos.model.agent.Order;
import io.helyos.model.delivery.Answer;
import io.helyos.model.deployment.Bounds;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.deployment.DeploymentEvent;
import io.helyos.model.deployment.Slot;
import io.helyos.model.deployment.Standing;
import io.helyos.model.node.Node;
import io.helyos.model.node.NodeEvent;
import io.helyos.model.pod.Pod;
import io.helyos.model.pod.PodEvent;
import io.helyos.model.port.ContainerState;
import io.helyos.model.reconciliation.Labels;
import io.helyos.model.reconciliation.Step;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Looks on at every step, and notes the first promise that is broken. It sees all journals and all
/// engines at once, which nobody in the world does.
final class Watch {
  private final World world;
  private final Backoffs backoffs;
  private final Rooms rooms;
  private final Calls calls;
  private final Wishes wishes;
  private Optional<String> broken = Optional.empty();

  Watch(World world) {
    this.world = world;
    this.backoffs = new Backoffs(this);
    this.rooms = new Rooms(world, this);
    this.calls = new Calls(world, this);
    this.wishes = new Wishes(world);
  }

  /// Most that two clocks differ.
  Duration skew() {
    return world.skew().multipliedBy(2);
  }

  Wishes wishes() {
    return wishes;
  }

  Optional<String> broken() {
    return broken;
  }

  void broken(String promise, String what) {
    if (broken.isPresent()) return;
    var text = "%s: %s".formatted(promise, what);
    world.story("BROKEN", () -> text);
    broken = Optional.of(text);
  }

  void expect(boolean holds, String promise, Supplier<String> what) {
    if (!holds) broken(promise, what.get());
  }

  /// An event has become durable.
  void stored(Stored stored, Object before, Object after) {
    inOrder(stored);
    switch (stored.event()) {
      case PodEvent event -> pod(stored, event, (Pod) before, (Pod) after);
      case NodeEvent event -> rooms.stored(stored, event, (Node) after);
      case DeploymentEvent _ -> replacement(stored);
      default -> {}
    }
  }

  /// Each event is later than the one before it and than the one that led to it.
  private void inOrder(Stored stored) {
    var own = world.journal().of(stored.entity());
    if (own.size() > 1) {
      var last = own.get(own.size() - 2).time();
      expect(
          stored.time().isAfter(last),
          "I3",
          () -> "%s is not later than its predecessor".formatted(stored.name()));
    }
    var request = stored.request();
    expect(
        stored.time().isAfter(request.causeTime()),
        "I3",
        () -> "%s is before its cause".formatted(stored.name()));
    var at = request.cause().lastIndexOf('@');
    if (at < 0) return;
    var cause = EntityId.parse(request.cause().substring(0, at));
    var sequence = Long.parseLong(request.cause().substring(at + 1));
    expect(
        world.journal().of(cause).size() >= sequence,
        "I4",
        () ->
            "%s follows from %s, which nobody has written"
                .formatted(stored.name(), request.cause()));
  }

  private void pod(Stored stored, PodEvent event, Pod before, Pod after) {
    backoffs.stored(stored, event, before, after);
    switch (event) {
      case PodEvent.PodPlaced placed -> rooms.placed(placed, after);
      case PodEvent.PodExited exited -> truly(exited, before);
      default -> {}
    }
  }

  /// What is taken for ended does not run.
  private void truly(PodEvent.PodExited exited, Pod before) {
    var at = before.placed().orElseThrow();
    var runs =
        world.machine(at.node()).containers(labels(name(before), exited.incarnation())).stream()
            .filter(c -> isOwn(c) && attempt(c) == exited.attempt() && isKnown(c, before))
            .anyMatch(ContainerState::isRunning);
    expect(
        !runs,
        "news",
        () ->
            "%s took attempt %d.%d for ended, which runs"
                .formatted(name(before), exited.incarnation(), exited.attempt()));
  }

  /// One that was begun for the same attempt since then is another container.
  private static boolean isKnown(ContainerState container, Pod pod) {
    return !(pod instanceof Pod.Running running) || running.container().id().equals(container.id());
  }

  /// A serving pod is replaced only as long as enough others serve.
  private void replacement(Stored stored) {
    if (!(stored.event() instanceof DeploymentEvent.SlotUpdated updated)) return;
    var own = world.journal().of(stored.entity());
    var before = world.journal().replayUntil(stored.entity(), own.size() - 1);
    if (!(before instanceof Deployment.Active active)) return;
    var slot = active.slots().get(updated.index());
    if (slot.filter(Slot::isUp).isEmpty()) return;
    expect(
        Standing.of(active).available() > Bounds.of(active).floor(),
        "I10",
        () -> "%s replaces a serving pod that cannot be spared".formatted(stored.name()));
  }

  /// An agent is about to call its engine.
  void beginning(Machine machine, Order order, Step step) {
    calls.beginning(machine, order, step);
  }

  /// A user has been told that a change is made.
  void acknowledged(Object command, Request request, Answer.Done ack) {
    wishes.acknowledged(ack.entity(), ack.sequence(), command);
    var events =
        world.journal().of(ack.entity()).stream()
            .filter(s -> s.request().commandId().equals(request.commandId()))
            .toList();
    if (ack.change().isEmpty()) {
      expect(
          events.isEmpty(),
          "I1",
          () -> "%s changed something, its answer says nothing".formatted(request));
      return;
    }
    expect(
        !events.isEmpty(), "I1", () -> "%s was acknowledged and is not stored".formatted(request));
    if (events.isEmpty()) return;
    var first = events.getFirst().sequence();
    expect(
        events.getLast().sequence() - first == events.size() - 1,
        "I1",
        () -> "%s was carried out more than once".formatted(request));
  }

  /// What no two machines may do at once.
  void look() {
    var seen = new HashMap<String, String>();
    for (var machine : world.machines()) {
      for (var container : machine.containers(Map.of(Labels.CLUSTER, World.CLUSTER))) {
        if (!container.isRunning()) continue;
        var id = Labels.identity(container.labels()).orElseThrow();
        var before = seen.put(id.seat() + " " + id.incarnation(), machine.name());
        expect(
            before == null,
            "I2",
            () -> "%s runs on %s and on %s".formatted(Words.of(container), before, machine.name()));
      }
    }
  }

  static PodId name(Pod pod) {
    return pod.lived().map(l -> l.assignment().pod()).orElseThrow();
  }

  static Map<String, String> labels(PodId pod, long incarnation) {
    return Map.of(
        Labels.CLUSTER,
        World.CLUSTER,
        Labels.PROJECT,
        pod.project(),
        Labels.DEPLOYMENT,
        pod.deployment(),
        Labels.INDEX,
        Integer.toString(pod.index()),
        Labels.INCARNATION,
        Long.toString(incarnation));
  }

  private static boolean isOwn(ContainerState container) {
    return Labels.identity(container.labels()).orElseThrow().seat().companion().isEmpty();
  }

  private static int attempt(ContainerState container) {
    return Labels.identity(container.labels()).orElseThrow().attempt();
  }
}
