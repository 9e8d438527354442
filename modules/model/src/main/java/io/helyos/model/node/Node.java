package io.helyos.model.node;

import io.helyos.model.PodId;
import io.helyos.model.pod.Owed.HostPort;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// A node as its events have left it.
public sealed interface Node {
  record Unregistered() implements Node {}

  /// Whether the machine is known as this; what operators made of its labels stays.
  default boolean isAs(NodeFacts facts, Map<String, String> own) {
    return this instanceof Registered node
        && node.facts().equals(facts)
        && node.labels().equals(node.givenLabels().over(own));
  }

  /// A machine that is part of the cluster.
  ///
  /// @param seen the highest incarnation of each pod that ever asked; lower ones are refused
  /// @param unusable host ports that strangers hold, and until when they are avoided
  /// @param fenced pods that live elsewhere, with the highest incarnation that is dead here
  /// @param outage of a machine that was ever lost
  /// @param given labels by operators, if there ever were any
  /// @param drain the latest one, of a machine that was ever to be emptied
  record Registered(
      String name,
      NodeFacts facts,
      Map<String, String> labels,
      boolean cordoned,
      Map<PodId, Reservation> reservations,
      Map<PodId, Long> seen,
      Map<HostPort, Instant> unusable,
      Map<PodId, Long> fenced,
      Optional<Outage> outage,
      Optional<GivenLabels> given,
      Optional<Drain> drain)
      implements Node {
    public Registered {
      labels = Collections.unmodifiableMap(new TreeMap<>(labels));
      reservations = Map.copyOf(reservations);
      seen = Map.copyOf(seen);
      unusable = Map.copyOf(unusable);
      fenced = Map.copyOf(fenced);
    }

    /// Whether the machine is given up: nothing is begun there, and nobody waits for it.
    public boolean isLost() {
      return outage.filter(latest -> !latest.over()).isPresent();
    }

    GivenLabels givenLabels() {
      return given.orElse(GivenLabels.NONE);
    }

    /// Whether its pods are being moved elsewhere.
    public boolean isDraining() {
      return drain.filter(it -> it.state() == Drain.State.MOVING).isPresent();
    }

    Registered draining(Optional<Drain> now) {
      return new Registered(
          name, facts, labels, cordoned, reservations, seen, unusable, fenced, outage, given, now);
    }

    public long reservedMemory() {
      return reservations.values().stream().mapToLong(Reservation::memoryBytes).sum();
    }

    public long reservedCpu() {
      return reservations.values().stream().mapToLong(Reservation::cpuMillis).sum();
    }

    Registered losing(Outage latest) {
      return new Registered(
          name,
          facts,
          labels,
          cordoned,
          reservations,
          seen,
          unusable,
          fenced,
          Optional.of(latest),
          given,
          drain);
    }

    Registered registeredAs(NodeFacts now, Map<String, String> newLabels) {
      return new Registered(
          name,
          now,
          newLabels,
          cordoned,
          reservations,
          seen,
          unusable,
          fenced,
          outage,
          given,
          drain);
    }

    Registered cordonedAs(boolean now) {
      return new Registered(
          name, facts, labels, now, reservations, seen, unusable, fenced, outage, given, drain);
    }

    Registered labelledAs(Map<String, String> now) {
      if (now.equals(labels)) return this;
      return new Registered(
          name,
          facts,
          now,
          cordoned,
          reservations,
          seen,
          unusable,
          fenced,
          outage,
          Optional.of(givenLabels().changing(labels, now)),
          drain);
    }

    Registered reserving(UnaryOperator<Map<PodId, Reservation>> change) {
      return new Registered(
          name,
          facts,
          labels,
          cordoned,
          change.apply(new HashMap<>(reservations)),
          seen,
          unusable,
          fenced,
          outage,
          given,
          drain);
    }

    Registered seeing(PodId pod, long incarnation) {
      var more = new HashMap<>(seen);
      more.merge(pod, incarnation, Math::max);
      return new Registered(
          name,
          facts,
          labels,
          cordoned,
          reservations,
          more,
          unusable,
          fenced,
          outage,
          given,
          drain);
    }

    Registered fencing(UnaryOperator<Map<PodId, Long>> change) {
      var changed = change.apply(new HashMap<>(fenced));
      return new Registered(
          name,
          facts,
          labels,
          cordoned,
          reservations,
          seen,
          unusable,
          changed,
          outage,
          given,
          drain);
    }

    Registered avoiding(HostPort port, Instant until) {
      var more = new HashMap<>(unusable);
      more.put(port, until);
      return new Registered(
          name, facts, labels, cordoned, reservations, seen, more, fenced, outage, given, drain);
    }
  }
}
