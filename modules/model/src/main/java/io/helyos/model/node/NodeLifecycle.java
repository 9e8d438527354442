package io.helyos.model.node;

import static io.helyos.model.Decision.accept;
import static io.helyos.model.Decision.reject;
import static io.helyos.model.Decision.unchanged;
import static io.helyos.model.node.Drain.State.CANCELLED;
import static io.helyos.model.node.Drain.State.EXPIRED;

import io.helyos.model.Decider;
import io.helyos.model.Decision;
import io.helyos.model.Merge;
import io.helyos.model.PodId;
import io.helyos.model.Rejection;
import io.helyos.model.Undo;
import io.helyos.model.node.Node.Registered;
import io.helyos.model.node.Node.Unregistered;
import io.helyos.model.node.NodeCommand.CancelDrain;
import io.helyos.model.node.NodeCommand.Cordon;
import io.helyos.model.node.NodeCommand.DeclareBack;
import io.helyos.model.node.NodeCommand.DeclareLost;
import io.helyos.model.node.NodeCommand.Drain;
import io.helyos.model.node.NodeCommand.EndDrain;
import io.helyos.model.node.NodeCommand.Fence;
import io.helyos.model.node.NodeCommand.Label;
import io.helyos.model.node.NodeCommand.Register;
import io.helyos.model.node.NodeCommand.Release;
import io.helyos.model.node.NodeCommand.ReportCleared;
import io.helyos.model.node.NodeCommand.Reserve;
import io.helyos.model.node.NodeCommand.Uncordon;
import io.helyos.model.node.NodeEffect.EnsureGivenUp;
import io.helyos.model.node.NodeEffect.EnsureStillNeeded;
import io.helyos.model.node.NodeEvent.DrainBegun;
import io.helyos.model.node.NodeEvent.DrainCancelled;
import io.helyos.model.node.NodeEvent.DrainExpired;
import io.helyos.model.node.NodeEvent.FenceCleared;
import io.helyos.model.node.NodeEvent.NodeCordoned;
import io.helyos.model.node.NodeEvent.NodeLabelled;
import io.helyos.model.node.NodeEvent.NodeLost;
import io.helyos.model.node.NodeEvent.NodeRegistered;
import io.helyos.model.node.NodeEvent.NodeReturned;
import io.helyos.model.node.NodeEvent.NodeUncordoned;
import io.helyos.model.node.NodeEvent.PodFenced;
import io.helyos.model.node.NodeEvent.PortFoundTaken;
import io.helyos.model.node.NodeEvent.Released;
import io.helyos.model.node.NodeEvent.Reserved;
import io.helyos.model.pod.Owed.HostPort;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a node does with each command.
public final class NodeLifecycle implements Decider<NodeCommand, NodeEvent, Node, NodeEffect> {
  /// So long a host port is avoided after a stranger was found on it.
  private static final Duration AVOIDED = Duration.ofMinutes(10);

  @Override
  public Node initial() {
    return new Unregistered();
  }

  @Override
  public Decision<NodeEvent> decide(Node node, NodeCommand command, Instant now) {
    return switch (node) {
      case Unregistered() when command instanceof Register(var name, var facts, var labels) ->
          accept(new NodeRegistered(name, Optional.empty(), facts, Map.of(), labels));
      case Unregistered() when command instanceof Release || command instanceof Fence ->
          unchanged();
      case Unregistered() -> reject(Rejection.notFound("There is no such node."));
      case Registered registered -> ofRegistered(registered, command, now);
    };
  }

  private static Decision<NodeEvent> ofRegistered(
      Registered node, NodeCommand command, Instant now) {
    return switch (command) {
      case Register(_, var facts, var labels) when node.isAs(facts, labels) -> unchanged();
      case Register(var name, var facts, var labels) ->
          accept(
              new NodeRegistered(
                  name,
                  Optional.of(node.facts()),
                  facts,
                  node.labels(),
                  node.givenLabels().over(labels)));
      case Reserve reserve -> reserve(node, reserve, now);
      case Release release -> release(node, release, now);
      case Fence fence -> Fences.fence(node, fence);
      case ReportCleared(var pod, var incarnation) -> Fences.cleared(node, pod, incarnation);
      case DeclareLost(var time) -> Outages.lost(node, time);
      case DeclareBack(var time) -> Outages.back(node, time);
      case Cordon() -> node.cordoned() ? unchanged() : accept(new NodeCordoned());
      case Uncordon() -> Drains.uncordon(node);
      case Drain(var time) -> Drains.drain(node, time, now);
      case CancelDrain() -> Drains.cancel(node);
      case EndDrain news -> Drains.end(node, news);
      case Label label -> Labelling.label(node, label);
    };
  }

  private static Decision<NodeEvent> reserve(Registered node, Reserve ask, Instant now) {
    if (node.isLost()) return reject(Rejection.conflict(Outages.REASON));
    var held = Optional.ofNullable(node.reservations().get(ask.pod()));
    if (held.filter(r -> r.incarnation() == ask.incarnation()).isPresent()) return unchanged();
    var seen = node.seen().getOrDefault(ask.pod(), 0L);
    if (ask.incarnation() <= seen) {
      return reject(
          Rejection.stale(
              "Incarnation %d of %s is over: the node has seen %d."
                  .formatted(ask.incarnation(), ask.pod().podName(), seen)));
    }
    var lacking = Room.lacking(node, ask.pod(), ask.incarnation(), ask.needs(), now);
    if (lacking.isPresent()) return reject(Rejection.conflict(lacking.get()));
    var ports = Room.grant(node, ask.pod(), ask.needs(), now);
    return accept(
        new Reserved(
            ask.pod(),
            new Reservation(
                ask.incarnation(), ask.needs().memoryBytes(), ask.needs().cpuMillis(), ports)));
  }

  private static Decision<NodeEvent> release(Registered node, Release release, Instant now) {
    var events = new ArrayList<NodeEvent>();
    var held = Optional.ofNullable(node.reservations().get(release.pod()));
    if (held.filter(r -> r.incarnation() == release.incarnation()).isPresent()) {
      events.add(new Released(release.pod(), release.incarnation()));
    }
    release.strangers().stream()
        .filter(port -> !avoids(node, port, now))
        .forEach(port -> events.add(new PortFoundTaken(port, now.plus(AVOIDED))));
    return accept(events);
  }

  private static boolean avoids(Registered node, HostPort port, Instant now) {
    var until = node.unusable().get(port);
    return until != null && until.isAfter(now);
  }

  @Override
  public int size(Node node) {
    return node instanceof Registered registered ? registered.seen().size() : 1;
  }

  @Override
  public Node evolve(Node node, NodeEvent event) {
    return switch (node) {
      case Unregistered()
          when event instanceof NodeRegistered(var name, _, var facts, _, var labels) ->
          new Registered(
              name,
              facts,
              labels,
              false,
              Map.of(),
              Map.of(),
              Map.of(),
              Map.of(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      case Unregistered() ->
          throw new IllegalStateException("%s cannot follow Unregistered".formatted(event));
      case Registered registered -> evolveRegistered(registered, event);
    };
  }

  private static Node evolveRegistered(Registered node, NodeEvent event) {
    return switch (event) {
      case NodeRegistered(_, _, var facts, _, var labels) -> node.registeredAs(facts, labels);
      case Reserved(var pod, var reservation) ->
          node.seeing(pod, reservation.incarnation())
              .reserving(all -> {
                all.put(pod, reservation);
                return all;
              });
      case Released(var pod, _) ->
          node.reserving(all -> {
            all.remove(pod);
            return all;
          });
      case PortFoundTaken(var port, var until) -> node.avoiding(port, until);
      case PodFenced(var pod, var incarnation) -> Fences.fenced(node, pod, incarnation);
      case FenceCleared(var pod, _) -> Fences.withoutFence(node, pod);
      case NodeLost(var time) -> node.losing(new Outage(time, false));
      case NodeReturned(var time) -> node.losing(new Outage(time, true));
      case NodeCordoned() -> node.cordonedAs(true);
      case NodeUncordoned() -> node.cordonedAs(false);
      case DrainBegun begun -> Drains.begun(node, begun);
      case DrainCancelled(var uncordoned) -> Drains.after(node.cordonedAs(!uncordoned), CANCELLED);
      case DrainExpired _ -> Drains.after(node, EXPIRED);
      case NodeLabelled(_, var labels) -> node.labelledAs(labels);
    };
  }

  @Override
  public Set<NodeEffect> effects(Node node) {
    return switch (node) {
      case Unregistered() -> Set.of();
      case Registered registered ->
          Stream.concat(
                  Drains.effects(registered),
                  registered.reservations().entrySet().stream()
                      .map(
                          held -> effect(registered, held.getKey(), held.getValue().incarnation())))
              .collect(Collectors.toUnmodifiableSet());
    };
  }

  private static NodeEffect effect(Registered node, PodId pod, long incarnation) {
    return node.outage()
        .filter(latest -> !latest.over())
        .<NodeEffect>map(now -> new EnsureGivenUp(node.name(), pod, incarnation, now.time()))
        .orElseGet(() -> new EnsureStillNeeded(node.name(), pod, incarnation));
  }

  @Override
  public Object answer(Node after, NodeCommand command) {
    if (!(command instanceof Reserve(var pod, _, _)) || !(after instanceof Registered node)) {
      return Accepted.ACCEPTED;
    }
    var held = node.reservations().get(pod);
    return held == null ? Accepted.ACCEPTED : new Granted(held.ports());
  }

  @Override
  public Node without(Merge<Node> change) {
    return change.before() instanceof Registered was
            && change.after() instanceof Registered became
            && change.now() instanceof Registered is
        ? merged(change.as(was, became, is))
        : change.before();
  }

  private static Registered merged(Merge<Registered> change) {
    return change
        .now()
        .labelledAs(change.entries("labels", Registered::labels))
        .cordonedAs(change.field("cordoned", Registered::cordoned))
        .draining(change.field("drain", Registered::drain));
  }

  @Override
  public Undo<NodeCommand> inverse(Node before, Node after, Instant now) {
    if (!(before instanceof Registered was) || !(after instanceof Registered is)) {
      return new Undo.Impossible<>("A machine registers by itself.");
    }
    var commands = new ArrayList<NodeCommand>();
    if (is.isDraining() && !was.isDraining()) {
      commands.add(new CancelDrain());
    } else if (was.isDraining() && !is.isDraining()) {
      was.drain()
          .map(drain -> Duration.between(now, drain.until()))
          .filter(Duration::isPositive)
          .ifPresent(left -> commands.add(new Drain(left)));
    } else if (was.cordoned() != is.cordoned()) {
      commands.add(was.cordoned() ? new Cordon() : new Uncordon());
    }
    Labelling.back(was, is).ifPresent(commands::add);
    return commands.isEmpty()
        ? new Undo.Impossible<>("No user changed this node.")
        : new Undo.By<>(List.copyOf(commands));
  }
}
