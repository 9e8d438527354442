package io.helyos.model.cluster;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What has happened to the cluster.
public sealed interface ClusterEvent {
  /// The first daemon of the journal has given the cluster its id.
  record ClusterFounded(String id) implements ClusterEvent {}

  /// Somebody may talk to the daemons from now on. Only the hash of the secret is kept.
  record TokenIssued(Token token) implements ClusterEvent {}

  /// Whoever has this token is refused from now on.
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

  /// These machines can be heard again.
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
