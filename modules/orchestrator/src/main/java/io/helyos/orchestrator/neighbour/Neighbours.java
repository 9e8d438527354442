package io.helyos.orchestrator.neighbour;

import io.helyos.orchestrator.neighbour.NeighbourMessage.Presence;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// Who was heard of, and when. Written by the desk of this daemon and read from any thread.
public final class Neighbours {
  /// Whoever has not said anything for so long does not answer now. That says nothing about death.
  private static final Duration ANSWERS = Duration.ofSeconds(5);

  private final LongSupplier nanos;
  private final Map<String, Heard> byNode = new ConcurrentHashMap<>();
  private volatile long listeningSince;

  /// @param nanos a clock that only goes forward
  public Neighbours(LongSupplier nanos) {
    this.nanos = nanos;
    this.listeningSince = nanos.getAsLong();
  }

  private record Heard(Presence presence, long at) {}

  void heard(Presence presence) {
    var heard = new Heard(presence, nanos.getAsLong());
    presence.nodes().keySet().forEach(node -> byNode.put(node, heard));
  }

  /// Nothing could be heard until now, so nobody's silence counts before.
  public void deafUntilNow() {
    listeningSince = nanos.getAsLong();
  }

  /// The daemon that commands a node, if it was heard of just now.
  public Optional<Presence> at(String node) {
    return silence(node).compareTo(ANSWERS) < 0
        ? Optional.ofNullable(byNode.get(node)).map(Heard::presence)
        : Optional.empty();
  }

  /// Where the API of the daemon that commands a node was when it was last heard of.
  public Optional<String> api(String node) {
    return Optional.ofNullable(byNode.get(node)).map(heard -> heard.presence().api());
  }

  /// For how long nothing has been heard of a node while somebody was there to listen.
  public Duration silence(String node) {
    var heard = byNode.get(node);
    var last = heard == null ? listeningSince : later(heard.at(), listeningSince);
    return Duration.ofNanos(nanos.getAsLong() - last);
  }

  /// Whether anything was ever heard of a node.
  public boolean knows(String node) {
    return byNode.containsKey(node);
  }

  private static long later(long one, long other) {
    return one - other > 0 ? one : other;
  }
}
