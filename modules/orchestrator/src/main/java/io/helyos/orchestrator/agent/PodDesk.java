package io.helyos.orchestrator.agent;

import io.helyos.model.PodId;
import io.helyos.model.agent.Order;
import io.helyos.model.pod.Pod;
import io.helyos.model.port.ContainerEvent;
import io.helyos.model.port.ContainerState;
import io.helyos.model.port.ContainerState.Phase;
import io.helyos.model.reconciliation.Reconciliation;
import io.helyos.model.reconciliation.Step;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the agent knows of one pod: its order, its containers as last seen, and what the pod has
/// been told. At most one step is under way at a time.
final class PodDesk {
  private final PodId pod;
  private final Map<String, ContainerState> containers = new LinkedHashMap<>();
  private Optional<Order> order = Optional.empty();
  private Optional<Order> coming = Optional.empty();
  private Optional<String> told = Optional.empty();
  private Optional<Order> fetching = Optional.empty();
  private Optional<String> awaited = Optional.empty();
  private Optional<StepOutcome.CannotStart> failure = Optional.empty();
  private boolean fetched;
  private boolean busy;
  private int retries;
  private long lastHeard;

  PodDesk(PodId pod) {
    this.pod = pod;
  }

  PodId pod() {
    return pod;
  }

  Optional<Order> order() {
    return order;
  }

  /// The newest order, be it still on its way to the disk.
  Optional<Order> newest() {
    return coming.or(() -> order);
  }

  /// The order is being saved; until then the present one counts.
  void expect(Order next) {
    coming = Optional.of(next);
  }

  void notSaved(Order failed) {
    if (coming.filter(failed::equals).isPresent()) coming = Optional.empty();
  }

  void take(Order next) {
    notSaved(next);
    fetched = false;
    fetching = Optional.empty();
    order = Optional.of(next);
    told = Optional.empty();
    failure = Optional.empty();
    retries = 0;
  }

  /// After a restart of the daemon the view may show that the pod knows its container already.
  void recall(Pod state) {
    if (state instanceof Pod.Running(var life, _, var container)
        && order
            .filter(o -> o.incarnation() == life.incarnation() && o.attempt() == life.attempt())
            .isPresent()) {
      told = Optional.of(container.id());
    }
  }

  /// The pod knows already that this container runs.
  void told(String container) {
    told = Optional.of(container);
  }

  Collection<ContainerState> containers() {
    return containers.values();
  }

  boolean isBusy() {
    return busy;
  }

  void busy(boolean now) {
    busy = now;
  }

  /// How often in a row nothing came of a step, which paces the next look.
  int retry() {
    return ++retries;
  }

  Optional<StepOutcome.CannotStart> failure() {
    return failure;
  }

  void failed(StepOutcome.CannotStart why) {
    failure = Optional.of(why);
  }

  /// The next step, unless the engine's own word on the last one is still to come.
  Step next() {
    if (order.isEmpty() || fetching.isPresent()) return new Step.Rest();
    var step = Reconciliation.next(order.get(), containers.values(), told);
    return step instanceof Step.Start(var container)
            && awaited.filter(container.id()::equals).isPresent()
        ? new Step.Rest()
        : step;
  }

  /// The container was started; the engine's own word on it is still to come, if it has not come.
  void begun(ContainerState container) {
    awaited = Optional.of(container.id());
    knows(container);
  }

  /// The container is there. What the engine has said of it meanwhile is newer.
  void knows(ContainerState container) {
    retries = 0;
    containers.putIfAbsent(container.id(), container);
  }

  /// Its image is being fetched; meanwhile only another order is carried out.
  void fetches(Order wanting) {
    fetching = Optional.of(wanting);
  }

  /// Whether the image that was waited for is the present order's.
  boolean hasFetched(Order wanting) {
    if (fetching.filter(wanting::equals).isEmpty()) return false;
    fetching = Optional.empty();
    fetched = true;
    return true;
  }

  /// Whether the image of the present order has been fetched for it.
  boolean isFetched() {
    return fetched;
  }

  void vanished(String container) {
    retries = 0;
    containers.remove(container);
  }

  /// The engine has listed this. It is the truth of a moment ago: what was heard or begun since
  /// then is newer, and an end that the pod has not heard of yet is still to be told.
  void listed(Collection<ContainerState> seen, long asked) {
    if (busy || lastHeard > asked) return;
    containers.values().removeIf(known -> known.phase() != Phase.EXITED || seen.contains(known));
    awaited = Optional.empty();
    seen.forEach(container -> containers.put(container.id(), container));
  }

  /// @param count of what the agent has heard so far
  void heard(ContainerEvent event, long count) {
    lastHeard = count;
    var known = containers.get(event.container());
    switch (event.kind()) {
      case STARTED -> containers.put(event.container(), started(event, known));
      case DIED -> {
        if (known != null) containers.put(event.container(), died(event, known));
      }
      case OOM, CREATED -> {}
      // An end that the pod has not heard of yet is still to be told.
      case DESTROYED -> {
        if (known != null && known.phase() != Phase.EXITED) containers.remove(event.container());
      }
    }
  }

  private static ContainerState started(ContainerEvent event, @Nullable ContainerState known) {
    return new ContainerState(
        event.container(),
        known == null ? "" : known.name(),
        known == null ? "" : known.image(),
        event.labels(),
        Phase.RUNNING,
        0,
        false,
        Optional.of(event.time()),
        Optional.empty(),
        known == null ? "" : known.ip(),
        known == null ? List.of() : known.ports(),
        "");
  }

  private static ContainerState died(ContainerEvent event, ContainerState known) {
    return new ContainerState(
        known.id(),
        known.name(),
        known.image(),
        known.labels(),
        Phase.EXITED,
        event.exitCode(),
        known.oomKilled(),
        known.startedAt(),
        Optional.of(event.time()),
        "",
        known.ports(),
        "");
  }
}
