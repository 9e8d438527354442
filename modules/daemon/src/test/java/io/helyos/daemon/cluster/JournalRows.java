package io.helyos.daemon.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.persistence.cassandra.server.CassandraProcess;
import io.helyos.persistence.cassandra.session.CassandraStore;
import java.util.ArrayList;
import java.util.HashSet;

/// The journal as it lies in Cassandra, asked in its own language.
final class JournalRows {
  private JournalRows() {}

  /// A row's key has the time of its write as well, so two writers of one entity would leave two
  /// rows of one sequence number.
  static void assertThatNoSequenceIsDoubled(CassandraProcess server, String keyspace) {
    var query = "SELECT persistence_id, sequence_nr FROM %s.messages".formatted(keyspace);
    var seen = new HashSet<String>();
    var doubled = new ArrayList<String>();
    try (var session =
        CassandraStore.connect(server.settings(keyspace)).toCompletableFuture().join()) {
      for (var row : session.execute(query)) {
        var place = row.getString(0) + " " + row.getLong(1);
        if (!seen.add(place)) doubled.add(place);
      }
    }
    assertThat(seen).isNotEmpty();
    assertThat(doubled).isEmpty();
  }
}
