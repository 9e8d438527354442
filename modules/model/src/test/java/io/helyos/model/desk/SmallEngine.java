package io.helyos.model.desk;

import io.helyos.model.RandomWalk;
import io.helyos.model.agent.Order;
import io.helyos.model.desk.StepOutcome.CannotStart;
import io.helyos.model.pod.StartFailure;
import io.helyos.model.port.ContainerEvent;
import io.helyos.model.port.ContainerEvent.Kind;
import io.helyos.model.port.ContainerState;
import io.helyos.model.port.ContainerState.Phase;
import io.helyos.model.reconciliation.Labels;
import io.helyos.model.reconciliation.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// An engine as it really stands, whatever the agent hears of it. Names are unique, as Docker's.
final class SmallEngine {
  private final Random dice;
  private final Map<String, ContainerState> containers = new LinkedHashMap<>();
  private final List<ContainerEvent> unsaid = new ArrayList<>();
  private boolean reliable;
  private boolean hasImage;
  private int made;

  SmallEngine(Random dice) {
    this.dice = dice;
  }

  void becomeReliable() {
    reliable = true;
  }

  List<ContainerState> list() {
    return List.copyOf(containers.values());
  }

  List<ContainerState> running() {
    return containers.values().stream().filter(ContainerState::isRunning).toList();
  }

  void pull() {
    hasImage = true;
  }

  /// The oldest event that was not said yet.
  Optional<ContainerEvent> say() {
    return unsaid.isEmpty() ? Optional.empty() : Optional.of(unsaid.removeFirst());
  }

  void lose() {
    if (!unsaid.isEmpty()) unsaid.remove(dice.nextInt(unsaid.size()));
  }

  /// The call has its effect now; the answer comes later, or never.
  StepOutcome take(Order order, Step step, Instant now) {
    if (!reliable && dice.nextInt(12) == 0) return new StepOutcome.NoEngine("refused");
    var outcome = does(order, step, now);
    return !reliable && dice.nextInt(8) == 0 ? new StepOutcome.Unclear("answer lost") : outcome;
  }

  private StepOutcome does(Order order, Step step, Instant now) {
    return switch (step) {
      case Step.Rest() -> throw new AssertionError("Nothing to do is no call");
      case Step.BringUp() -> bringUp(order, now);
      case Step.Start(var container) -> start(container, now);
      case Step.Stop(var container) -> remove(container, now);
      case Step.Remove(var container) -> remove(container, now);
      case Step.SetAside(var container, var name, _) -> rename(container, name);
      case Step.Halt(var container) -> halt(container, now);
    };
  }

  private StepOutcome bringUp(Order order, Instant now) {
    if (!hasImage) return new StepOutcome.NeedsImage();
    var name = order.pod().podName();
    var taken = containers.values().stream().filter(c -> c.name().equals(name)).findFirst();
    if (taken.isPresent()) return new StepOutcome.Known(taken.get());
    if (!reliable && dice.nextInt(8) == 0) {
      var failure = RandomWalk.pick(dice, List.of(StartFailure.values()));
      return new CannotStart(failure, "no", now);
    }
    var labels = Labels.of(order, Shift.CLUSTER, Shift.NODE);
    var created = state("c" + ++made, name, labels, Phase.CREATED, Optional.empty());
    containers.put(created.id(), created);
    if (!reliable && dice.nextInt(10) == 0) return new StepOutcome.Unclear("created, not started");
    return start(created, now);
  }

  private StepOutcome start(ContainerState container, Instant now) {
    var known = containers.get(container.id());
    if (known == null) return new StepOutcome.Unclear("no such container");
    if (!known.isRunning()) {
      containers.put(known.id(), moved(known, Phase.RUNNING, now));
      unsaid.add(new ContainerEvent(Kind.STARTED, known.id(), known.labels(), now, 0));
      if (!reliable && dice.nextInt(6) == 0) die(known.id(), now);
    }
    return new StepOutcome.Begun(container);
  }

  private StepOutcome remove(ContainerState container, Instant now) {
    var known = containers.get(container.id());
    if (known != null) {
      die(known.id(), now);
      containers.remove(known.id());
      unsaid.add(new ContainerEvent(Kind.DESTROYED, known.id(), known.labels(), now, 0));
    }
    return new StepOutcome.Vanished(container.id());
  }

  private StepOutcome rename(ContainerState container, String name) {
    var known = containers.get(container.id());
    if (known == null) return new StepOutcome.Vanished(container.id());
    containers.put(known.id(), state(known, name, known.phase(), known.startedAt()));
    return new StepOutcome.Renamed(container, name);
  }

  private StepOutcome halt(ContainerState container, Instant now) {
    die(container.id(), now);
    var known = containers.get(container.id());
    return known == null ? new StepOutcome.Vanished(container.id()) : new StepOutcome.Halted(known);
  }

  /// A container ends, of itself or by a call.
  void die(String id, Instant now) {
    var known = containers.get(id);
    if (known == null || !known.isRunning()) return;
    containers.put(id, moved(known, Phase.EXITED, now));
    unsaid.add(new ContainerEvent(Kind.DIED, id, known.labels(), now, 1));
  }

  /// Somebody removes a container by hand.
  void takeAway(String id, Instant now) {
    var known = containers.get(id);
    if (known != null) remove(known, now);
  }

  private static ContainerState moved(ContainerState known, Phase phase, Instant now) {
    return new ContainerState(
        known.id(),
        known.name(),
        "nginx",
        known.labels(),
        phase,
        phase == Phase.EXITED ? 1 : 0,
        false,
        phase == Phase.RUNNING ? Optional.of(now) : known.startedAt(),
        phase == Phase.EXITED ? Optional.of(now) : Optional.empty(),
        "",
        List.of(),
        "");
  }

  private static ContainerState state(
      ContainerState known, String name, Phase phase, Optional<Instant> startedAt) {
    return new ContainerState(
        known.id(),
        name,
        "nginx",
        known.labels(),
        phase,
        known.exitCode(),
        false,
        startedAt,
        known.finishedAt(),
        "",
        List.of(),
        "");
  }

  private static ContainerState state(
      String id,
      String name,
      Map<String, String> labels,
      Phase phase,
      Optional<Instant> startedAt) {
    return new ContainerState(
        id, name, "nginx", labels, phase, 0, false, startedAt, Optional.empty(), "", List.of(), "");
  }
}
