package io.helyos.model.cluster;

import io.helyos.model.scheduling.Strategy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What may be asked of the cluster.
public sealed interface ClusterCommand {
  /// Once in a journal's life; repeating it changes nothing.
  record Found(String id) implements ClusterCommand {}

  record IssueToken(String id, String name, String hash, Optional<Instant> expiresAt)
      implements ClusterCommand {}

  record RevokeToken(String name) implements ClusterCommand {}

  /// From whoever listens to the machines. Those that are neither silent nor heard are unknown.
  ///
  /// @param silent for how long nothing was heard of these, also of those that are not due yet
  /// @param heard just now
  /// @param patience after which a silent machine is given up
  record ReportSilence(Map<String, Duration> silent, Set<String> heard, Duration patience)
      implements ClusterCommand {
    public ReportSilence {
      silent = Map.copyOf(silent);
      heard = Set.copyOf(heard);
    }

    /// Whether it says anything that a cluster with these losses might act on.
    public boolean isNewsTo(Losses known) {
      return heard.stream().anyMatch(known::has)
          || silent.entrySet().stream()
              .anyMatch(one ->
                  one.getValue().compareTo(patience) >= 0 && !known.lost().contains(one.getKey()));
    }
  }

  /// From a user: take a change back. What is to be done follows, with this as its cause.
  ///
  /// @param steps in words
  record RequestUndo(String change, List<String> steps) implements ClusterCommand {
    public RequestUndo {
      steps = List.copyOf(steps);
    }
  }

  /// From a user: make a project what it was. What is to be done follows, with this as its cause.
  ///
  /// @param steps in words
  record RequestRestore(String project, Instant at, List<String> steps) implements ClusterCommand {
    public RequestRestore {
      steps = List.copyOf(steps);
    }
  }

  /// From an operator.
  record ChooseScheduler(Strategy strategy) implements ClusterCommand {}

  /// From an operator.
  ///
  /// @param timeout empty for what the daemons were started with
  record ChooseNodeTimeout(Optional<Duration> timeout) implements ClusterCommand {}

  /// From an operator: these machines, which the brake holds back, are lost indeed.
  record ConfirmLosses(Set<String> nodes) implements ClusterCommand {
    public ConfirmLosses {
      nodes = Set.copyOf(nodes);
    }
  }
}
