package io.helyos.persistence.cassandra.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.data.TupleValue;
import io.helyos.persistence.cassandra.journal.CassandraUnderTest;
import io.helyos.persistence.cassandra.server.CassandraProcess;
import io.helyos.persistence.cassandra.session.CassandraStore;
import io.helyos.persistence.contract.Tallies;
import io.helyos.persistence.killed.ChildJvm;
import io.helyos.persistence.killed.Promises;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The process of the feed's writer is killed under load, several times on the same keyspace
/// (`-Dkills=` for more). What the feed says is read from the table itself.
@Timeout(600)
class FeedKilledTest {
  private static final int KILLS = Integer.getInteger("kills", 3);

  @TempDir private Path folder;

  private final CassandraProcess server = CassandraProcess.shared();
  private final CassandraUnderTest journal = new CassandraUnderTest(server.fresh());

  @Test
  void no_reference_is_missing_doubled_or_renumbered() throws Exception {
    var promises = folder.resolve("promises");
    var random = new Random(6440);
    var before = List.<String>of();
    try (var session = CassandraStore.connect(journal.settings()).toCompletableFuture().join()) {
      for (var kill = 1; kill <= KILLS; kill++) {
        var enough = Promises.count(promises) + 150 + random.nextInt(200);
        var keyspace = journal.settings().keyspace();
        var point = journal.settings().contactPoints().getFirst();
        try (var child = ChildJvm.start(KilledDaemon.class, point, keyspace, promises)) {
          child.untilPromised(promises, enough);
        }
        before = startsWith(before, feed(session));
      }
      try (var tallies = new Tallies(journal)) {
        var rows = Tallies.result(tallies.feed().after(0, Integer.MAX_VALUE));
        var after = startsWith(before, feed(session));
        assertThat(rows.stream().map(r -> r.offset() + " " + r.entity() + "@" + r.sequence()))
            .containsExactlyElementsOf(after);
        assertThat(after.stream().map(line -> line.substring(line.indexOf(' ') + 1)))
            .containsExactlyInAnyOrderElementsOf(journal(session));
        isInOrder(after);
        everythingPromisedIsThere(promises, after);
      }
    }
  }

  private static List<String> startsWith(List<String> before, List<String> after) {
    assertThat(after).hasSizeGreaterThanOrEqualTo(before.size());
    assertThat(after.subList(0, before.size())).isEqualTo(before);
    return after;
  }

  private static void isInOrder(List<String> feed) {
    var sequences = new HashMap<String, Long>();
    for (var i = 0; i < feed.size(); i++) {
      var line = feed.get(i);
      assertThat(line).startsWith(i + 1 + " ");
      var at = line.indexOf('@');
      var entity = line.substring(line.indexOf(' ') + 1, at);
      assertThat(Long.parseLong(line.substring(at + 1)))
          .as(line)
          .isEqualTo(sequences.merge(entity, 1L, Long::sum));
    }
  }

  private static void everythingPromisedIsThere(Path promises, List<String> feed) throws Exception {
    var promised = Promises.read(promises);
    assertThat(promised).hasSize(KilledDaemon.ENTITIES);
    promised.forEach((entity, count) ->
        assertThat(feed).anyMatch(line -> line.endsWith(" " + entity + "@" + count)));
  }

  /// Offset and event, in the order of the offsets.
  private List<String> feed(CqlSession session) {
    var rows = session.execute("SELECT * FROM %s.feed".formatted(keyspace())).all();
    var feed = new ArrayList<String>();
    rows.stream()
        .sorted(Comparator.comparingLong(row -> row.getLong("first")))
        .forEach(row -> {
          var offset = row.getLong("first");
          for (var run : Objects.requireNonNull(row.getList("runs", TupleValue.class))) {
            for (var i = 0; i < run.getInt(2); i++, offset++) {
              feed.add("%d %s@%d".formatted(offset, run.getString(0), run.getLong(1) + i));
            }
          }
        });
    return feed;
  }

  private List<String> journal(CqlSession session) {
    var query = "SELECT persistence_id, sequence_nr FROM %s.messages".formatted(keyspace());
    return session.execute(query).all().stream()
        .map(row -> row.getString(0) + "@" + row.getLong(1))
        .toList();
  }

  private String keyspace() {
    return journal.settings().keyspace();
  }
}
