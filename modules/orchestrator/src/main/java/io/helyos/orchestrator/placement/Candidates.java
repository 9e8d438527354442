package io.helyos.orchestrator.placement;

import io.helyos.model.DeploymentId;
import io.helyos.model.PodId;
import io.helyos.model.cluster.Cluster;
import io.helyos.model.node.Node;
import io.helyos.model.pod.Needs;
import io.helyos.model.scheduling.Candidate;
import io.helyos.model.scheduling.Strategy;
import io.helyos.model.view.Row;
import io.helyos.model.view.View;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The nodes as candidates: what the view shows of them, and what was assigned to them so recently
/// that the view does not show it yet. Used by one actor only.
public final class Candidates {
  /// An assumption that the view has not confirmed by then was wrong.
  private static final Duration ASSUMED = Duration.ofSeconds(10);

  private final View view;
  private final Function<String, Optional<String>> trouble;
  private final Map<String, Load> loads = new HashMap<>();
  private final Map<String, Map<PodId, Assumption>> assumed = new HashMap<>();
  private final Map<PodId, String> assumedOn = new HashMap<>();

  /// The candidates of a view.
  ///
  /// @param trouble why nothing can be begun on a node now, empty when it can
  public Candidates(View view, Function<String, Optional<String>> trouble) {
    this.view = view;
    this.trouble = trouble;
  }

  private record Assumption(long incarnation, Needs needs, Instant at) {}

  /// What is counted once for each state of a node, and not for each question.
  private record Load(
      long sequence, long memory, long cpu, int pods, Map<DeploymentId, Integer> siblings) {
    static Load of(Row<Node> row, Node.Registered node) {
      var siblings = new HashMap<DeploymentId, Integer>();
      node.reservations().keySet().forEach(pod -> siblings.merge(pod.owner(), 1, Integer::sum));
      return new Load(
          row.sequence(),
          node.reservedMemory(),
          node.reservedCpu(),
          node.reservations().size(),
          siblings);
    }
  }

  /// That operators have chosen for the cluster.
  public Strategy strategy() {
    return view.cluster()
        .map(Row::state)
        .filter(Cluster.Founded.class::isInstance)
        .map(state -> ((Cluster.Founded) state).config().scheduler())
        .orElse(Strategy.SPREAD);
  }

  public List<Candidate> of(PodId pod, Instant now) {
    var candidates = new ArrayList<Candidate>();
    for (var row : view.nodes()) {
      if (row.state() instanceof Node.Registered node) {
        candidates.add(candidate(row, node, pod, now));
      }
    }
    return candidates;
  }

  private Candidate candidate(Row<Node> row, Node.Registered node, PodId pod, Instant now) {
    var load =
        loads.compute(
            node.name(),
            (_, known) ->
                known != null && known.sequence == row.sequence() ? known : Load.of(row, node));
    var coming = coming(node, now);
    var memory = load.memory;
    var cpu = load.cpu;
    var siblings = load.siblings.getOrDefault(pod.owner(), 0);
    for (var entry : coming.entrySet()) {
      memory += entry.getValue().needs.memoryBytes();
      cpu += entry.getValue().needs.cpuMillis();
      if (entry.getKey().owner().equals(pod.owner())) siblings++;
    }
    return new Candidate(
        node,
        free(memory, node.facts().memoryBytes()),
        free(cpu, node.facts().cpuMillis()),
        load.pods + coming.size(),
        siblings,
        trouble.apply(node.name()));
  }

  private Map<PodId, Assumption> coming(Node.Registered node, Instant now) {
    var coming = assumed.getOrDefault(node.name(), Map.of());
    if (coming.isEmpty()) return coming;
    coming
        .entrySet()
        .removeIf(entry -> {
          var over =
              entry.getValue().at.plus(ASSUMED).isBefore(now)
                  || node.seen().getOrDefault(entry.getKey(), 0L) >= entry.getValue().incarnation;
          if (over) assumedOn.remove(entry.getKey(), node.name());
          return over;
        });
    return coming;
  }

  /// A pod that asks again did not get our answer or did not get the room: it is assumed nowhere
  /// else any more.
  public void assume(PodId pod, long incarnation, String node, Needs needs, Instant now) {
    var before = assumedOn.put(pod, node);
    if (before != null) assumed.computeIfAbsent(before, _ -> new HashMap<>()).remove(pod);
    assumed
        .computeIfAbsent(node, _ -> new HashMap<>())
        .put(pod, new Assumption(incarnation, needs, now));
  }

  private static double free(long used, long all) {
    return all == 0 ? 0 : Math.max(0, 1 - (double) used / all);
  }
}
