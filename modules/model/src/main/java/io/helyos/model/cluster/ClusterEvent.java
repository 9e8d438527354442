package io.helyos.model.cluster;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What has happened to the cluster.
public sealed interface ClusterEvent {
  record ClusterFounded(String id) implements ClusterEvent {}

  record TokenIssued(Token token) implements ClusterEvent {}

  record TokenRevoked(String id, String name, Instant at) implements ClusterEvent {}

  /// Something else holds for the whole cluster.
  record ClusterConfigured(ClusterConfig before, ClusterConfig after) implements ClusterEvent {}

  /// Nobody waits for these machines any more.
  record NodesLost(Set<String> nodes) implements ClusterEvent {
    public NodesLost {
      nodes = Collections.unmodifiableSet(new TreeSet<>(nodes));
    }
  }

  /// The brake: too many fell silent at once, so nothing is moved.
  record NodesHeld(Set<String> nodes) implements ClusterEvent {
    public NodesHeld {
      nodes = Collections.unmodifiableSet(new TreeSet<>(nodes));
    }
  }

  record NodesReturned(Set<String> nodes) implements ClusterEvent {
    public NodesReturned {
      nodes = Collections.unmodifiableSet(new TreeSet<>(nodes));
    }
  }

  /// A user takes a change back.
  ///
  /// @param steps that follow, in words
  record UndoRequested(String change, List<String> steps) implements ClusterEvent {
    public UndoRequested {
      steps = List.copyOf(steps);
    }
  }

  /// A user makes a project what it was.
  ///
  /// @param steps that follow, in words
  record RestoreRequested(String project, Instant at, List<String> steps) implements ClusterEvent {
    public RestoreRequested {
      steps = List.copyOf(steps);
    }
  }
}
