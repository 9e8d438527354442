package io.helyos.model.cluster;

import java.time.Instant;
import java.util.Optional;

/// What may be asked of the cluster.
public sealed interface ClusterCommand {
  /// Once in a journal's life; repeating it changes nothing.
  record Found(String id) implements ClusterCommand {}

  record IssueToken(String id, String name, String hash, Optional<Instant> expiresAt)
      implements ClusterCommand {}

  record RevokeToken(String name) implements ClusterCommand {}
}
