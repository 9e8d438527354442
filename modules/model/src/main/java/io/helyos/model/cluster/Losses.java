package io.helyos.model.cluster;

import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The machines that have not been heard of for too long.
///
/// @param times how often each was lost so far, which tells one loss from the next
/// @param lost not waited for: their pods live elsewhere
/// @param held silent, and held back by the brake until they return or somebody confirms their loss
public record Losses(Map<String, Integer> times, Set<String> lost, Set<String> held) {
  static final Losses NONE = new Losses(Map.of(), Set.of(), Set.of());

  public Losses {
    times = Collections.unmodifiableMap(new TreeMap<>(times));
    lost = Collections.unmodifiableSet(new TreeSet<>(lost));
    held = Collections.unmodifiableSet(new TreeSet<>(held));
  }

  /// Whether a machine is lost or held back.
  public boolean has(String node) {
    return lost.contains(node) || held.contains(node);
  }

  Losses losing(Set<String> nodes) {
    var counted = new TreeMap<>(times);
    nodes.forEach(node -> counted.merge(node, 1, Integer::sum));
    return new Losses(counted, with(lost, nodes), without(held, nodes));
  }

  Losses holding(Set<String> nodes) {
    return new Losses(times, lost, with(held, nodes));
  }

  Losses returning(Set<String> nodes) {
    return new Losses(times, without(lost, nodes), without(held, nodes));
  }

  private static Set<String> with(Set<String> some, Set<String> more) {
    var all = new HashSet<>(some);
    all.addAll(more);
    return all;
  }

  private static Set<String> without(Set<String> some, Set<String> gone) {
    var rest = new HashSet<>(some);
    rest.removeAll(gone);
    return rest;
  }
}
