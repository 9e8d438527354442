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

/// Filters the nodes, scores what is left, and takes the best: spread over free CPU, free memory
/// and load, away from siblings.
public final class Scheduler {
  /// So many scores and reasons are kept in the event; a large cluster would make it too long.
  private static final int KEPT = 20;

  // The reference's weights for `spread`; its fourth, recent failures, has no figures yet.
  private static final double CPU = 0.35;
  private static final double MEMORY = 0.35;
  private static final double LOAD = 0.15;

  private Scheduler() {}

  public static Verdict choose(
      PodId pod, long incarnation, Needs needs, Collection<Candidate> candidates, Instant now) {
    var against = new TreeMap<String, String>();
    var scores = new TreeMap<String, Double>();
    for (var candidate : eligible(needs, candidates)) {
      var name = candidate.node().name();
      candidate
          .trouble()
          .or(() -> crowded(candidate, pod))
          .or(() -> Room.lacking(candidate.node(), pod, incarnation, needs, now))
          .ifPresentOrElse(
              reason -> against.put(name, reason), () -> scores.put(name, score(candidate)));
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

  private static double score(Candidate candidate) {
    var load = (double) candidate.pods() / candidate.node().facts().maxPods();
    var points = CPU * candidate.freeCpu() + MEMORY * candidate.freeMemory() + LOAD * (1 - load);
    return Math.round((points - candidate.siblings()) * 1000) / 1000.0;
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
