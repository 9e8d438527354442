package io.helyos.daemon;

import io.helyos.persistence.cassandra.session.CassandraSettings;
import java.nio.file.Path;

/// Where a daemon keeps its events.
public sealed interface JournalChoice {
  /// In a file of its own: a cluster of one.
  record Embedded(Path file) implements JournalChoice {}

  /// In a database that all daemons of the cluster share.
  record Cassandra(CassandraSettings settings) implements JournalChoice {}
}
