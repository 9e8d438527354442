package io.helyos.model.scheduling;

import io.helyos.model.PodId;
import io.helyos.model.node.Room;
import io.helyos.model.pod.Needs;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Filters the nodes, scores what is left by free CPU, free memory and load, and takes the best:
/// with most room and away from siblings, or with least, as the strategy wants.
public final class Scheduler {
  /// So many scores and reasons are kept in the event; a large cluster would make it too long.
  private static final int KEPT = 20;

  private Scheduler() {}

  /// With the strategy that is usual.
  public static Verdict choose(
      PodId pod, long incarnation, Needs needs, Collection<Candidate> candidates, Instant now) {
    return choose(Strategy.SPREAD, pod, incarnation, needs, candidates, now);
  }

  public static Verdict choose(
      Strategy strategy,
      PodId pod,
      long incarnation,
      Needs needs,
      Collection<Candidate> candidates,
      Instant now) {
    var against = new TreeMap<String, String>();
    var scores = new TreeMap<String, Double>();
    for (var candidate : eligible(needs, candidates)) {
      var name = candidate.node().name();
      candidate
          .trouble()
          .or(() -> crowded(candidate, pod))
          .or(() -> Room.lacking(candidate.node(), pod, incarnation, needs, now))
          .ifPresentOrElse(
              reason -> against.put(name, reason),
              () -> scores.put(name, score(strategy, candidate)));
    }
    return scores.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .<Verdict>map(best -> new Verdict.Chosen(best.getKey(), best(scores), few(against)))
        .orElseGet(() -> new Verdict.NoneFits(few(against)));
  }

  /// Of a pod that belongs to a node only that one, so that it is its reason which is told.
  private static Collection<Candidate> eligible(Needs needs, Collection<Candidate> candidates) {
    return needs
        .node()
        .<Collection<Candidate>>map(
            own -> candidates.stream().filter(it -> it.node().name().equals(own)).toList())
        .orElse(candidates);
  }

  private static Optional<String> crowded(Candidate candidate, PodId pod) {
    return others(candidate, pod) >= candidate.node().facts().maxPods()
        ? Optional.of("has its %d pods".formatted(candidate.pods()))
        : Optional.empty();
  }

  /// A pod that is replaced takes its own place again.
  private static int others(Candidate candidate, PodId pod) {
    return candidate.pods() - (candidate.node().reservations().containsKey(pod) ? 1 : 0);
  }

  /// Siblings are kept apart by whoever spreads; whoever packs wants as few nodes as possible.
  private static double score(Strategy strategy, Candidate candidate) {
    var points = Weights.of(strategy).points(candidate);
    var near = strategy == Strategy.SPREAD ? candidate.siblings() : 0;
    return Math.round((points - near) * 1000) / 1000.0;
  }

  private static Map<String, Double> best(Map<String, Double> scores) {
    return scores.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(KEPT)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Map<String, String> few(Map<String, String> against) {
    return against.entrySet().stream()
        .limit(KEPT)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
