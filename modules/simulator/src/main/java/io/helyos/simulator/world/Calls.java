package io.helyos.simulator.world;

import io.helyos.model.agent.Order;
import io.helyos.model.pod.Life;
import io.helyos.model.pod.Pod;
import io.helyos.model.pod.PodEvent;
import io.helyos.model.port.ContainerState;
import io.helyos.model.reconciliation.Labels;
import io.helyos.model.reconciliation.Step;
import io.helyos.model.template.StopPolicy;

/// Whether what agents do to their engines is meant to be done.
final class Calls {
  private final World world;
  private final Watch watch;

  Calls(World world, Watch watch) {
    this.world = world;
    this.watch = watch;
  }

  /// An agent is about to call its engine.
  void beginning(Machine machine, Order order, Step step) {
    switch (step) {
      case Step.BringUp() -> creating(machine, order);
      case Step.Stop(var container) -> stopping(machine, container, order.template().stop());
      case Step.Remove(var container) -> removing(machine, container);
      case Step.Halt(var container) -> halting(machine, order, container);
      case Step.Rest _, Step.Start _, Step.SetAside _ -> {}
    }
  }

  private void creating(Machine machine, Order order) {
    watch.expect(
        machine.disk().load().stream()
            .anyMatch(o -> o.pod().equals(order.pod()) && o.incarnation() >= order.incarnation()),
        "intent",
        () ->
            "%s creates a container of %s without an order on its disk"
                .formatted(machine.name(), order.pod()));
    var placed =
        world.journal().of(order.pod().entity()).stream()
            .anyMatch(s ->
                s.event() instanceof PodEvent.PodPlaced(var incarnation, var node, _)
                    && incarnation == order.incarnation()
                    && node.equals(machine.name()));
    watch.expect(
        placed,
        "intent",
        () ->
            "%s creates a container of %s %d, which was never placed there"
                .formatted(machine.name(), order.pod(), order.incarnation()));
  }

  /// What runs as it is meant to is stopped by nobody.
  private void stopping(Machine machine, ContainerState container, StopPolicy policy) {
    var id = Labels.identity(container.labels()).orElseThrow();
    var pod = (Pod) world.journal().state(id.pod().entity());
    watch.expect(
        !isWanted(machine, container),
        "I8",
        () -> "%s stops %s, which is to run".formatted(machine.name(), Words.of(container)));
    var ordered =
        pod instanceof Pod.Stopping(var life, _, _, _) && life.incarnation() == id.incarnation();
    watch.expect(
        !ordered || !policy.equals(StopPolicy.DEFAULT),
        "I8",
        () ->
            "%s stops %s in another way than was asked for"
                .formatted(machine.name(), Words.of(container)));
  }

  /// Of an agent that has lost its orders nobody knows what it had begun by itself.
  private boolean isWanted(Machine machine, ContainerState container) {
    var id = Labels.identity(container.labels()).orElseThrow();
    var pod = (Pod) world.journal().state(id.pod().entity());
    return (pod instanceof Pod.Running || pod instanceof Pod.Creating)
        && pod.lived().filter(l -> isOf(l, id)).isPresent()
        && pod.placed().filter(at -> at.node().equals(machine.name())).isPresent()
        && !machine.disk().wasLostAfter(container);
  }

  /// The engine itself is asked, not the agent's picture of it.
  private void removing(Machine machine, ContainerState container) {
    var runs =
        machine.outside().inspect(container.id()).toCompletableFuture().join().stream()
            .anyMatch(ContainerState::isRunning);
    watch.expect(
        !runs || !isWanted(machine, container),
        "I8",
        () -> "%s removes %s, which is to run".formatted(machine.name(), Words.of(container)));
  }

  /// Only who has answered badly is ended for it, and in a pod of several whose turn is over.
  private void halting(Machine machine, Order order, ContainerState container) {
    watch.expect(
        machine.prober().hasFailed(container.id()) || isOver(order),
        "I8",
        () -> "%s ends %s, which is well".formatted(machine.name(), Words.of(container)));
  }

  private boolean isOver(Order order) {
    var pod = (Pod) world.journal().state(order.pod().entity());
    var several = order.companion().isPresent() || pod.lived().flatMap(Life::company).isPresent();
    var lives =
        pod instanceof Pod.Creating || pod instanceof Pod.Running || pod instanceof Pod.BackingOff;
    return several
        && !(lives
            && pod.lived()
                .filter(life ->
                    life.incarnation() == order.incarnation()
                        && Containers.attempt(life, order.seat()) <= order.attempt())
                .isPresent());
  }

  private static boolean isOf(Life life, Labels.Identity id) {
    return life.incarnation() == id.incarnation()
        && Containers.attempt(life, id.seat()) == id.attempt()
        && id.seat()
            .companion()
            .flatMap(life::companion)
            .filter(companion -> companion.up().isEmpty())
            .isEmpty();
  }
}
