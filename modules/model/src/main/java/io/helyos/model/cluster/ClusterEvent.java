package io.helyos.model.cluster;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// What has happened to the cluster.
public sealed interface ClusterEvent {
  record ClusterFounded(String id) implements ClusterEvent {}

  record TokenIssued(Token token) implements ClusterEvent {}

  record TokenRevoked(String id, String name, Instant at) implements ClusterEvent {}

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
}
