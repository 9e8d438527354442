package io.helyos.model.delivery;

import io.helyos.model.PodId;
import io.helyos.model.RandomWalk;
import io.helyos.model.agent.Order;
import io.helyos.model.delivery.Delivery.ToAgent;
import io.helyos.model.desk.Desk;
import io.helyos.model.desk.News;
import io.helyos.model.desk.Reports;
import io.helyos.model.desk.StepOutcome;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.pod.StartFailure;
import io.helyos.model.port.ContainerState;
import io.helyos.model.port.ContainerState.Phase;
import io.helyos.model.reconciliation.Labels;
import io.helyos.model.reconciliation.Step;
import io.helyos.model.template.PodTemplate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// An agent with an engine and a disk that never fail to answer: it carries out what the desks say,
/// one call for each pod at a time.
final class SmallAgent {
  private static final String CLUSTER = "c1";
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final SmallWorld world;
  private final Random dice;
  private final String node;
  private final Map<PodId, Desk> desks = new LinkedHashMap<>();
  private final Map<PodId, Instant> askedAt = new HashMap<>();
  private int containersMade;

  SmallAgent(SmallWorld world, Random dice, String node) {
    this.world = world;
    this.dice = dice;
    this.node = node;
  }

  boolean hasOrder(PodId pod) {
    return at(pod).newest().isPresent();
  }

  /// An order has arrived, perhaps late or for the second time.
  void take(ToAgent ask) {
    var next =
        new Order(
            ask.pod(),
            ask.want(),
            ask.incarnation(),
            ask.attempt(),
            ask.restarts(),
            ask.pullFailures(),
            ask.revision(),
            PodTemplate.of("nginx"),
            ask.ports(),
            new Order.Origin("", "", "", Instant.EPOCH),
            List.of());
    var desk = desks.computeIfAbsent(ask.pod(), Desk::of);
    desk.admit(next).ifPresent(order -> put(desk.expect(order).saved(order)));
  }

  private void put(Desk desk) {
    desks.put(desk.pod(), desk);
  }

  void step() {
    List.copyOf(desks.keySet()).forEach(this::step);
  }

  private void step(PodId pod) {
    var now = world.now();
    var asked = askedAt.get(pod);
    if (asked != null && asked.plus(PATIENCE).isBefore(now)) {
      askedAt.remove(pod);
      put(at(pod).unanswered(now));
    }
    put(at(pod).silenced(now));
    at(pod).deputised(now).ifPresent(order -> put(at(pod).expect(order).saved(order)));
    var step = at(pod).step(now);
    if (!(step instanceof Step.Rest)) {
      var order = at(pod).order().orElseThrow();
      put(at(pod).working().worked(order, outcome(order, step), now));
    }
    at(pod).news().ifPresent(news -> put(made(at(pod), news)));
    at(pod).nextReport(now).ifPresent(report -> tell(at(pod), report));
  }

  private Desk at(PodId pod) {
    return desks.getOrDefault(pod, Desk.of(pod));
  }

  private StepOutcome outcome(Order order, Step step) {
    return switch (step) {
      case Step.Rest() -> new StepOutcome.Unclear("nothing to do");
      case Step.BringUp() -> bringUp(order);
      case Step.Start(var container) -> new StepOutcome.Halted(as(container, Phase.RUNNING));
      case Step.Stop(var container) -> new StepOutcome.Vanished(container.id());
      case Step.Remove(var container) -> new StepOutcome.Vanished(container.id());
      case Step.SetAside(var container, var name, _) -> new StepOutcome.Renamed(container, name);
      case Step.Halt(var container) -> new StepOutcome.Halted(as(container, Phase.EXITED));
    };
  }

  private StepOutcome bringUp(Order order) {
    if (world.isFaulty() && dice.nextInt(6) == 0) {
      var failure = RandomWalk.pick(dice, List.of(StartFailure.values()));
      return new StepOutcome.CannotStart(failure, "no", world.now());
    }
    return new StepOutcome.Known(
        new ContainerState(
            node + "-" + ++containersMade,
            order.pod().podName(),
            "nginx",
            Labels.of(order, CLUSTER, node),
            Phase.CREATED,
            0,
            false,
            Optional.empty(),
            Optional.empty(),
            "",
            order.ports(),
            ""));
  }

  private ContainerState as(ContainerState container, Phase phase) {
    var ended = phase == Phase.EXITED;
    return new ContainerState(
        container.id(),
        container.name(),
        container.image(),
        container.labels(),
        phase,
        ended ? 1 : 0,
        false,
        Optional.of(world.now()),
        ended ? Optional.of(world.now()) : Optional.empty(),
        "",
        container.ports(),
        "");
  }

  /// One of the running containers ends by itself.
  void crash() {
    var desk = desks.isEmpty() ? null : RandomWalk.pick(dice, List.copyOf(desks.values()));
    if (desk == null || desk.order().isEmpty()) return;
    for (var container : containers(desk)) {
      if (!container.isRunning()) continue;
      var ended = new StepOutcome.Halted(as(container, Phase.EXITED));
      put(at(desk.pod()).worked(desk.order().get(), ended, world.now()));
    }
  }

  private Desk made(Desk desk, News news) {
    var order = desk.order().orElseThrow();
    var now = world.now();
    var report =
        switch (news) {
          case News.Started(var container) -> Reports.started(order, container, container, "", now);
          case News.Ended ended -> Reports.exited(order, ended.container(), ended, List.of(), now);
          case News.Missed _, News.NotStarted _, News.Changed _, News.Gone _ ->
              Reports.plain(order, news, node, now).orElseThrow();
        };
    return desk.preparing().made(order, report, now);
  }

  /// Tells it once; if no answer comes, it is told again after a while.
  private void tell(Desk desk, PodCommand report) {
    put(desk.telling(report, world.now()));
    world.send(() -> {
      world.execute(desk.pod().entity(), report);
      world.send(() -> answered(desk.pod(), report));
    });
    askedAt.put(desk.pod(), world.now());
  }

  private void answered(PodId pod, PodCommand report) {
    var desk = at(pod);
    if (desk.isClosedBy(report)) desks.remove(pod);
    else put(desk.answered(report, world.now()));
  }

  /// All containers on this node.
  List<ContainerState> containers() {
    return desks.values().stream().flatMap(desk -> containers(desk).stream()).toList();
  }

  /// Whether these all run.
  boolean run(List<String> ids) {
    return containers().stream()
            .filter(ContainerState::isRunning)
            .filter(container -> ids.contains(container.id()))
            .count()
        == ids.size();
  }

  private static List<ContainerState> containers(Desk desk) {
    return desk.seen().stream().toList();
  }
}
