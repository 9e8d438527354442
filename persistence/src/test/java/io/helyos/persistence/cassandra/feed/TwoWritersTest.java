package io.helyos.persistence.cassandra.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.journal.FeedRow;
import io.helyos.persistence.cassandra.journal.CassandraUnderTest;
import io.helyos.persistence.cassandra.server.CassandraProcess;
import io.helyos.persistence.contract.Events;
import io.helyos.persistence.contract.Tallies;
import io.helyos.persistence.contract.Tally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.LongStream;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Two clusters that do not know of each other, as in a partition, append to one feed.
@Timeout(600)
class TwoWritersTest {
  private static final int ENTITIES = 6;
  private static final int EVENTS = 40;

  private final CassandraUnderTest journal =
      new CassandraUnderTest(CassandraProcess.shared().fresh());

  @Test
  void each_offset_is_given_out_once_and_no_event_is_missing() throws Exception {
    try (var here = new Tallies(journal);
        var there = new Tallies(journal)) {
      var writing = new ArrayList<CompletableFuture<?>>();
      for (var index = 0; index < ENTITIES; index++) {
        writing.add(write(here, index));
        writing.add(write(there, ENTITIES + index));
      }
      Tallies.result(CompletableFuture.allOf(writing.toArray(CompletableFuture<?>[]::new)));

      var seenHere = read(here);
      assertThat(read(there).stream().map(TwoWritersTest::text))
          .startsWith(seenHere.stream().map(TwoWritersTest::text).toArray(String[]::new));
      assertThat(seenHere.stream().map(FeedRow::offset))
          .containsExactlyElementsOf(
              LongStream.rangeClosed(1, 2 * ENTITIES * EVENTS).boxed().toList());
      var sequences = new HashMap<Object, Long>();
      for (var row : seenHere) {
        assertThat(row.sequence()).isEqualTo(sequences.merge(row.entity(), 1L, Long::sum));
      }
    }
  }

  private static CompletableFuture<?> write(Tallies tallies, int index) throws Exception {
    return oneByOne(tallies, tallies.start(Events.pod(index).toString()), EVENTS)
        .toCompletableFuture();
  }

  private static CompletionStage<Long> oneByOne(
      Tallies tallies, ActorRef<Tally.Add> tally, int left) {
    return tallies
        .add(tally, 1)
        .thenCompose(count ->
            left == 1
                ? CompletableFuture.completedStage(count)
                : oneByOne(tallies, tally, left - 1));
  }

  /// Until all is there: what the other one has written follows.
  private static List<FeedRow> read(Tallies tallies) throws Exception {
    List<FeedRow> rows = List.of();
    while (rows.size() < 2 * ENTITIES * EVENTS) {
      rows = Tallies.result(tallies.feed().after(0, Integer.MAX_VALUE));
    }
    return rows;
  }

  private static String text(FeedRow row) {
    return "%d %s@%d".formatted(row.offset(), row.entity(), row.sequence());
  }
}
