package io.helyos.model.cluster;

import java.time.Instant;

/// What has happened to the cluster.
public sealed interface ClusterEvent {
  record ClusterFounded(String id) implements ClusterEvent {}

  record TokenIssued(Token token) implements ClusterEvent {}

  record TokenRevoked(String id, String name, Instant at) implements ClusterEvent {}
}
