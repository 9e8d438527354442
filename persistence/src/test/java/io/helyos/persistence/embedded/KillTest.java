package io.helyos.persistence.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.journal.FeedRow;
import io.helyos.persistence.contract.Tallies;
import io.helyos.persistence.killed.ChildJvm;
import io.helyos.persistence.killed.Promises;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process is killed while it writes, several times on the same file (`-Dkills=` for more).
class KillTest {
  private static final int KILLS = Integer.getInteger("kills", 3);

  @TempDir private Path folder;

  @Test
  void nothing_that_was_acknowledged_is_lost_and_offsets_stay_dense() throws Exception {
    var journal = folder.resolve("journal.db");
    var promises = folder.resolve("promises");
    var random = new Random(6440);
    for (var kill = 1; kill <= KILLS; kill++) {
      var enough = Promises.count(promises) + 200 + random.nextInt(300);
      try (var child = ChildJvm.start(KilledWriter.class, journal, promises)) {
        child.untilPromised(promises, enough);
      }
      try (var store = EmbeddedStore.open(journal, 1)) {
        var feed = Tallies.result(store.feed().after(0, Integer.MAX_VALUE));
        offsetsAreDense(feed);
        everythingPromisedIsThere(Promises.read(promises), feed);
      }
    }
  }

  private static void offsetsAreDense(List<FeedRow> feed) {
    assertThat(feed.stream().map(FeedRow::offset))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, feed.size()).boxed().toList());
  }

  private static void everythingPromisedIsThere(Map<String, Long> promised, List<FeedRow> feed) {
    var found = new HashMap<String, Long>();
    for (var row : feed) {
      var name = row.entity().toString();
      assertThat(row.sequence()).as(name).isEqualTo(found.getOrDefault(name, 0L) + 1);
      found.put(name, row.sequence());
    }
    assertThat(promised).hasSize(KilledWriter.ENTITIES);
    promised.forEach((name, count) -> assertThat(found.get(name)).as(name).isNotNull());
    promised.forEach(
        (name, count) -> assertThat(found.get(name)).as(name).isGreaterThanOrEqualTo(count));
  }
}
