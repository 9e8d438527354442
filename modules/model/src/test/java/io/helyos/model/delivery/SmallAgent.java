package io.helyos.model.delivery;

import io.helyos.model.PodId;
import io.helyos.model.RandomWalk;
import io.helyos.model.Rejection;
import io.helyos.model.agent.Order;
import io.helyos.model.agent.Order.Want;
import io.helyos.model.delivery.Answer.Refused;
import io.helyos.model.delivery.Delivery.ToAgent;
import io.helyos.model.pod.Pod;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.pod.StartFailure;
import io.helyos.model.port.ContainerState;
import io.helyos.model.port.ContainerState.Phase;
import io.helyos.model.reconciliation.Labels;
import io.helyos.model.reconciliation.Reconciliation;
import io.helyos.model.reconciliation.Step;
import io.helyos.model.template.PodTemplate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/// An agent with an engine that never fails to answer: one reconciliation step for each pod at a
/// time, and reports that are repeated until they are answered.
final class SmallAgent {
  private static final String CLUSTER = "c1";

  private final SmallWorld world;
  private final Random dice;
  private final String node;
  private final Map<PodId, Desk> desks = new LinkedHashMap<>();
  private int containersMade;

  SmallAgent(SmallWorld world, Random dice, String node) {
    this.world = world;
    this.dice = dice;
    this.node = node;
  }

  /// A pod's order, its containers, and what has been said about them.
  private static final class Desk {
    private Order order;
    private final List<ContainerState> containers = new ArrayList<>();
    private Optional<String> told = Optional.empty();
    private boolean doneWith;
    private Optional<StartFailure> failure = Optional.empty();

    private Desk(Order order) {
      this.order = order;
    }
  }

  /// An order has arrived, perhaps late or for the second time.
  void take(ToAgent ask) {
    var next =
        new Order(
            ask.pod(),
            ask.want(),
            ask.incarnation(),
            ask.attempt(),
            ask.revision(),
            PodTemplate.of("nginx"),
            ask.ports(),
            new Order.Origin("", "", "", Instant.EPOCH));
    var desk = desks.computeIfAbsent(ask.pod(), _ -> new Desk(next));
    if (Reconciliation.supersedes(next, desk.order)) become(desk, next);
  }

  private static void become(Desk desk, Order next) {
    desk.order = next;
    desk.told = Optional.empty();
    desk.doneWith = false;
    desk.failure = Optional.empty();
  }

  void step() {
    desks.values().forEach(this::step);
  }

  private void step(Desk desk) {
    if (desk.failure.isPresent()) {
      if (!desk.doneWith) tellFailed(desk, desk.failure.get());
      return;
    }
    switch (Reconciliation.next(desk.order, desk.containers, desk.told)) {
      case Step.Rest() -> {}
      case Step.BringUp() -> bringUp(desk);
      case Step.Start(var container) -> replace(desk, container, Phase.RUNNING);
      case Step.Stop(var container) -> replace(desk, container, Phase.EXITED);
      case Step.Remove(var container) -> desk.containers.remove(container);
      case Step.TellStarted(var container) -> tellStarted(desk, container);
      case Step.TellExited(var container) -> tellExited(desk, container);
      case Step.TellGone() -> tellGone(desk);
    }
  }

  private void bringUp(Desk desk) {
    if (world.isFaulty() && dice.nextInt(6) == 0) {
      desk.failure = Optional.of(RandomWalk.pick(dice, List.of(StartFailure.values())));
      return;
    }
    var id = node + "-" + ++containersMade;
    desk.containers.add(
        new ContainerState(
            id,
            desk.order.pod().podName(),
            "nginx",
            Labels.of(desk.order, CLUSTER, node),
            Phase.CREATED,
            0,
            false,
            Optional.empty(),
            Optional.empty(),
            "",
            desk.order.ports(),
            ""));
  }

  private void replace(Desk desk, ContainerState container, Phase phase) {
    desk.containers.remove(container);
    desk.containers.add(
        new ContainerState(
            container.id(),
            container.name(),
            container.image(),
            container.labels(),
            phase,
            phase == Phase.EXITED ? 1 : 0,
            false,
            Optional.of(world.now()),
            Optional.of(world.now()),
            "",
            container.ports(),
            ""));
  }

  /// One of the running containers ends by itself.
  void crash() {
    var desk = desks.isEmpty() ? null : RandomWalk.pick(dice, List.copyOf(desks.values()));
    if (desk == null) return;
    List.copyOf(desk.containers).stream()
        .filter(ContainerState::isRunning)
        .forEach(container -> replace(desk, container, Phase.EXITED));
  }

  private void tellStarted(Desk desk, ContainerState container) {
    var order = desk.order;
    var seen = new Pod.Container(container.id(), "", "", container.startedAt().orElseThrow());
    tell(
        desk,
        new PodCommand.ReportStarted(order.incarnation(), order.attempt(), seen),
        answer -> {
          if (isStale(answer)) {
            become(desk, with(order, Want.GONE));
          } else {
            desk.told = Optional.of(container.id());
          }
        });
  }

  private void tellExited(Desk desk, ContainerState container) {
    var order = desk.order;
    var finished = container.finishedAt().orElseThrow();
    tell(
        desk,
        new PodCommand.ReportExited(
            order.incarnation(), order.attempt(), 1, false, finished, List.of()),
        _ -> become(desk, with(order, Want.ENDED)));
  }

  private void tellFailed(Desk desk, StartFailure failure) {
    var order = desk.order;
    tell(
        desk,
        new PodCommand.ReportStartFailed(
            order.incarnation(), order.attempt(), failure, "no", world.now()),
        _ -> desk.doneWith = true);
  }

  private void tellGone(Desk desk) {
    if (desk.doneWith) return;
    tell(
        desk, new PodCommand.ReportGone(desk.order.incarnation(), node), _ -> desk.doneWith = true);
  }

  /// Says it once; if no answer comes, the next step says it again. An answer counts only while its
  /// order does.
  private void tell(Desk desk, PodCommand report, Consumer<Answer> then) {
    var order = desk.order;
    world.send(() -> {
      var answer = world.execute(order.pod().entity(), report);
      world.send(() -> {
        if (desk.order.equals(order)) then.accept(answer);
      });
    });
  }

  private static boolean isStale(Answer answer) {
    return answer instanceof Refused(_, var why) && why.kind() == Rejection.Kind.STALE;
  }

  private static Order with(Order order, Want want) {
    return new Order(
        order.pod(),
        want,
        order.incarnation(),
        order.attempt(),
        order.revision(),
        order.template(),
        order.ports(),
        order.origin());
  }

  /// All containers on this node.
  List<ContainerState> containers() {
    return desks.values().stream().flatMap(desk -> desk.containers.stream()).toList();
  }
}
