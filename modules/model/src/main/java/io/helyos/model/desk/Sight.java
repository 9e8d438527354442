package io.helyos.model.desk;

import io.helyos.model.agent.Order;
import io.helyos.model.agent.Order.Want;
import io.helyos.model.port.ContainerEvent;
import io.helyos.model.port.ContainerState;
import io.helyos.model.port.ContainerState.Phase;
import io.helyos.model.reconciliation.Reconciliation;
import io.helyos.model.reconciliation.Step;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The containers of a pod as last seen.
///
/// @param awaited the container that was started and of which the engine has not spoken yet
/// @param found the container that a call has found or started since the last list
/// @param lastHeard when the engine last spoke of one of them, in the agent's own count
/// @param unclear whether a call may have done what nobody has seen yet
/// @param listed whether the engine was asked for all of them, and has not spoken of others since
record Sight(
    Map<String, ContainerState> byId,
    Optional<String> awaited,
    Optional<String> found,
    long lastHeard,
    boolean unclear,
    boolean listed) {
  Sight {
    byId = Collections.unmodifiableMap(new LinkedHashMap<>(byId));
  }

  static Sight nothing() {
    return new Sight(Map.of(), Optional.empty(), Optional.empty(), 0, false, false);
  }

  Collection<ContainerState> containers() {
    return byId.values();
  }

  /// Whether nothing can be there that is not seen.
  boolean isWhole() {
    return listed && !unclear;
  }

  /// What was begun and not heard of since is neither started again nor torn away while it runs.
  Step minding(Step step) {
    if (step instanceof Step.Start(var container) && awaits(container)) return new Step.Rest();
    return step instanceof Step.Remove(var container) && awaits(container)
        ? new Step.Stop(container)
        : step;
  }

  private boolean awaits(ContainerState container) {
    return container.phase() == Phase.CREATED && awaited.filter(container.id()::equals).isPresent();
  }

  private boolean isFound(ContainerState container) {
    return found.filter(container.id()::equals).isPresent();
  }

  /// The container was started; the engine's own word on it is still to come, if it has not come.
  Sight begun(ContainerState container) {
    var id = Optional.of(container.id());
    return new Sight(knows(container).byId, id, id, lastHeard, unclear, listed);
  }

  /// Nobody knows what has come of a call: only a list tells.
  Sight doubted() {
    return new Sight(byId, awaited, found, lastHeard, true, listed);
  }

  /// The container is there. What the engine has said of it meanwhile is newer.
  Sight knows(ContainerState container) {
    var known = with(all -> all.putIfAbsent(container.id(), container));
    return new Sight(known.byId, awaited, Optional.of(container.id()), lastHeard, unclear, listed);
  }

  /// It was stopped. Its end as the engine has told it meanwhile is more than a look at it.
  Sight halted(ContainerState container) {
    return with(all ->
        all.merge(
            container.id(),
            container,
            (known, now) -> known.phase() == Phase.EXITED ? known : now));
  }

  Sight renamed(ContainerState container, String name) {
    return with(all -> all.computeIfPresent(container.id(), (_, now) -> named(now, name)));
  }

  /// It is not there any more. If it was the present start, and has ended before it was removed,
  /// its end is still to be told: nothing takes its place before, although it has no name left.
  Sight vanished(String container, Optional<Order> present) {
    var untold =
        present
            .filter(order -> order.want() == Want.RUNNING)
            .flatMap(order -> Reconciliation.own(order, containers()))
            .filter(own -> own.id().equals(container) && own.phase() == Phase.EXITED);
    return untold
        .map(own -> with(all -> all.put(own.id(), named(own, ""))))
        .orElseGet(() -> without(container));
  }

  private Sight without(String container) {
    return with(all -> all.remove(container));
  }

  /// The engine has listed this. It is the truth of a moment ago: what was begun meanwhile may be
  /// missing in it once, and an end that the pod has not heard of yet is still to be told.
  Sight listed(Collection<ContainerState> seen) {
    var next =
        with(all -> {
          all.values()
              .removeIf(known ->
                  (known.phase() != Phase.EXITED && !isFound(known)) || seen.contains(known));
          seen.forEach(container -> all.merge(container.id(), container, Sight::listed));
        });
    return new Sight(next.byId, Optional.empty(), Optional.empty(), lastHeard, false, true);
  }

  /// A list does not say when a container has ended; the engine's event did.
  private static ContainerState listed(ContainerState known, ContainerState seen) {
    return seen.phase() == Phase.EXITED && seen.finishedAt().isEmpty()
        ? new ContainerState(
            seen.id(),
            seen.name(),
            seen.image(),
            seen.labels(),
            seen.phase(),
            known.phase() == Phase.EXITED ? known.exitCode() : seen.exitCode(),
            seen.oomKilled(),
            seen.startedAt().or(known::startedAt),
            known.finishedAt(),
            seen.ip(),
            seen.ports(),
            seen.error())
        : seen;
  }

  Sight heard(ContainerEvent event, long count) {
    var known = byId.get(event.container());
    var next =
        switch (event.kind()) {
          case STARTED -> with(all -> all.put(event.container(), started(event, known)));
          case DIED -> known == null ? this : with(all -> all.put(known.id(), died(event, known)));
          case OOM ->
              known == null ? this : with(all -> all.put(known.id(), known.withOomKilled(true)));
          case CREATED -> this;
          // An end that the pod has not heard of yet is still to be told.
          case DESTROYED ->
              known != null && known.phase() == Phase.EXITED
                  ? with(all -> all.put(known.id(), named(known, "")))
                  : without(event.container());
        };
    // The end of what was never seen: there is more to be known.
    var whole = listed && (known != null || event.kind() != ContainerEvent.Kind.DIED);
    return new Sight(next.byId, awaited, found, count, unclear, whole);
  }

  private Sight with(Consumer<Map<String, ContainerState>> change) {
    var all = new LinkedHashMap<>(byId);
    change.accept(all);
    return new Sight(all, awaited, found, lastHeard, unclear, listed);
  }

  private static ContainerState named(ContainerState container, String name) {
    return new ContainerState(
        container.id(),
        name,
        container.image(),
        container.labels(),
        container.phase(),
        container.exitCode(),
        container.oomKilled(),
        container.startedAt(),
        container.finishedAt(),
        container.ip(),
        container.ports(),
        container.error());
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
