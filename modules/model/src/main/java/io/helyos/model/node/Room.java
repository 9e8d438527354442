package io.helyos.model.node;

import io.helyos.model.PodId;
import io.helyos.model.node.Node.Registered;
import io.helyos.model.pod.Needs;
import io.helyos.model.pod.Owed.HostPort;
import io.helyos.model.pod.TakenPort;
import io.helyos.model.template.PortSpec;
import io.helyos.model.template.PublishedPort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether a node has room for a pod, and which host ports it grants. Used by the node, which
/// decides, and by the scheduler, which only guesses.
public final class Room {
  private Room() {}

  /// Why the node cannot take these needs of a pod; empty when it can.
  public static Optional<String> lacking(
      Registered node, PodId pod, long incarnation, Needs needs, Instant now) {
    if (node.isLost()) return Optional.of(Outages.REASON);
    var belongs = needs.node();
    if (belongs.filter(place -> !place.equals(node.name())).isPresent()) {
      return Optional.of("the pod belongs to " + belongs.get());
    }
    // What belongs on every node is no stranger on one that takes none.
    if (node.cordoned() && belongs.isEmpty()) return Optional.of("cordoned");
    var others = node.reservations().size() - (node.reservations().containsKey(pod) ? 1 : 0);
    if (others >= node.facts().maxPods()) {
      return Optional.of("has its %d pods".formatted(node.facts().maxPods()));
    }
    return lackingMemory(node, pod, needs.memoryBytes())
        .or(() -> lackingCpu(node, pod, needs.cpuMillis()))
        .or(() -> lackingPort(node, pod, needs, now));
  }

  // What is reserved is added up only for a pod with limits: the scheduler asks this of every node
  // for every pod.
  private static Optional<String> lackingMemory(Registered node, PodId pod, long needed) {
    if (needed == 0) return Optional.empty();
    var own = Optional.ofNullable(node.reservations().get(pod)).map(Reservation::memoryBytes);
    var free = node.facts().memoryBytes() - node.reservedMemory() + own.orElse(0L);
    return needed <= free
        ? Optional.empty()
        : Optional.of(
            "has %d MiB of memory free, needs %d MiB"
                .formatted(mebibytes(Math.max(0, free)), mebibytes(needed)));
  }

  private static Optional<String> lackingCpu(Registered node, PodId pod, long needed) {
    if (needed == 0) return Optional.empty();
    var own = Optional.ofNullable(node.reservations().get(pod)).map(Reservation::cpuMillis);
    var free = node.facts().cpuMillis() - node.reservedCpu() + own.orElse(0L);
    return needed <= free
        ? Optional.empty()
        : Optional.of("has %d m of CPU free, needs %d m".formatted(Math.max(0, free), needed));
  }

  private static Optional<String> lackingPort(
      Registered node, PodId pod, Needs needs, Instant now) {
    if (needs.ports().isEmpty()) return Optional.empty();
    var taken = taken(node, pod, now);
    for (var port : needs.ports()) {
      if (port.isFixed() && taken.contains(new HostPort(port.host(), port.protocol()))) {
        return Optional.of(TakenPort.reason(port.host()));
      }
    }
    return grant(node, pod, needs, now).size() == needs.ports().size()
        ? Optional.empty()
        : Optional.of("has no free host port left in its range");
  }

  /// The host ports that these needs get; fewer than asked for when the range is used up.
  static List<PublishedPort> grant(Registered node, PodId pod, Needs needs, Instant now) {
    if (needs.ports().isEmpty()) return List.of();
    var taken = taken(node, pod, now);
    needs.ports().stream()
        .filter(PortSpec::isFixed)
        .forEach(port -> taken.add(new HostPort(port.host(), port.protocol())));
    var granted = new ArrayList<PublishedPort>();
    // Starting at a place of its own, a pod rarely meets a port that was just given back.
    var width = node.facts().lastPort() - node.facts().firstPort() + 1;
    var start = Math.floorMod(pod.hashCode(), width);
    for (var port : needs.ports()) {
      if (port.isFixed()) {
        granted.add(published(port, port.host()));
        continue;
      }
      for (var step = 0; step < width; step++) {
        var host = node.facts().firstPort() + (start + step) % width;
        if (taken.add(new HostPort(host, port.protocol()))) {
          granted.add(published(port, host));
          break;
        }
      }
    }
    return granted;
  }

  private static PublishedPort published(PortSpec port, int host) {
    return new PublishedPort(port.container(), host, port.ip(), port.protocol());
  }

  private static Set<HostPort> taken(Registered node, PodId pod, Instant now) {
    var taken = new HashSet<HostPort>();
    node.reservations()
        .forEach((holder, reservation) -> {
          if (holder.equals(pod)) return;
          reservation.ports().forEach(p -> taken.add(new HostPort(p.host(), p.protocol())));
        });
    node.unusable()
        .forEach((port, until) -> {
          if (until.isAfter(now)) taken.add(port);
        });
    return taken;
  }

  private static long mebibytes(long bytes) {
    return bytes >> 20;
  }
}
