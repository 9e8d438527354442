package io.helyos.model.node;

import static io.helyos.model.Decision.accept;
import static io.helyos.model.Decision.reject;
import static io.helyos.model.Decision.unchanged;

import io.helyos.model.Decision;
import io.helyos.model.Rejection;
import io.helyos.model.node.Node.Registered;
import io.helyos.model.node.NodeCommand.EndDrain;
import io.helyos.model.node.NodeEffect.EnsureLeaving;
import io.helyos.model.node.NodeEffect.EnsureStaying;
import io.helyos.model.node.NodeEffect.WakeAt;
import io.helyos.model.node.NodeEvent.DrainBegun;
import io.helyos.model.node.NodeEvent.DrainCancelled;
import io.helyos.model.node.NodeEvent.DrainExpired;
import io.helyos.model.node.NodeEvent.NodeUncordoned;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// How a node is emptied. It only says that it wants to be rid of its pods: when each of them can
/// be spared, its deployment decides.
final class Drains {
  private Drains() {}

  static Decision<NodeEvent> drain(Registered node, Duration time, Instant now) {
    if (!time.isPositive()) {
      return reject(
          Rejection.invalid("A drain needs a time above zero, but was given %s.".formatted(time)));
    }
    return node.isDraining()
        ? unchanged()
        : accept(new DrainBegun(now, now.plus(time), node.cordoned()));
  }

  static Decision<NodeEvent> cancel(Registered node) {
    return node.drain()
        .filter(_ -> node.isDraining())
        .map(now -> accept((NodeEvent) new DrainCancelled(!now.cordoned())))
        .orElseGet(Decision::unchanged);
  }

  static Decision<NodeEvent> end(Registered node, EndDrain news) {
    var isMeant =
        node.isDraining() && node.drain().filter(it -> it.begun().equals(news.begun())).isPresent();
    return isMeant ? accept(new DrainExpired(node.reservations().size())) : unchanged();
  }

  static Decision<NodeEvent> uncordon(Registered node) {
    if (node.isDraining()) {
      return reject(
          Rejection.conflict(
              "Node %s is draining. Cancel that first: helyos node drain %s --cancel"
                  .formatted(node.name(), node.name())));
    }
    return node.cordoned() ? accept(new NodeUncordoned()) : unchanged();
  }

  static Stream<NodeEffect> effects(Registered node) {
    return node.drain().stream().flatMap(drain -> Stream.concat(timer(drain), words(node, drain)));
  }

  private static Stream<NodeEffect> timer(Drain drain) {
    return drain.state() == Drain.State.MOVING
        ? Stream.of(new WakeAt(drain.until(), new EndDrain(drain.begun())))
        : Stream.empty();
  }

  /// Also when it is over: a pod that has not left yet is not to leave later.
  private static Stream<NodeEffect> words(Registered node, Drain drain) {
    return node.isLost()
        ? Stream.empty()
        : node.reservations().entrySet().stream()
            .map(held -> {
              var life = held.getValue().incarnation();
              return drain.state() == Drain.State.MOVING
                  ? new EnsureLeaving(node.name(), held.getKey(), life, drain.begun())
                  : new EnsureStaying(node.name(), held.getKey(), life, drain.begun());
            });
  }

  static Registered after(Registered node, Drain.State state) {
    return node.draining(node.drain().map(drain -> drain.as(state)));
  }

  static Registered begun(Registered node, DrainBegun event) {
    return node.cordonedAs(true)
        .draining(
            Optional.of(
                new Drain(event.at(), event.until(), event.cordoned(), Drain.State.MOVING)));
  }
}
