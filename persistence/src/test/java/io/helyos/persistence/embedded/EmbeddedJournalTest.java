package io.helyos.persistence.embedded;

import static io.helyos.persistence.embedded.Tallies.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.journal.FeedRow;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedJournalTest {
  private static final String POD = TestEvents.pod(0).toString();

  @TempDir private Path folder;

  private Tallies open() {
    return new Tallies(folder.resolve("journal.db"));
  }

  private static List<FeedRow> feed(Tallies tallies) throws Exception {
    return result(tallies.store().feed().after(0, 1_000));
  }

  @Test
  void an_entity_is_as_it_was_after_a_restart() throws Exception {
    try (var tallies = open()) {
      var tally = tallies.start(POD);
      for (var i = 0; i < 15; i++) result(tallies.add(tally, 3));
    }
    try (var tallies = open()) {
      assertThat(result(tallies.add(tallies.start(POD), 0))).isEqualTo(45);
    }
  }

  @Test
  void what_is_answered_is_in_the_feed() throws Exception {
    try (var tallies = open()) {
      result(tallies.add(tallies.start(POD), 3));
      result(tallies.add(tallies.start(TestEvents.pod(1).toString()), 2));
      assertThat(feed(tallies).stream().map(row -> row.entity() + "@" + row.sequence()))
          .containsExactly(
              "pod|shop-api-0@1",
              "pod|shop-api-0@2",
              "pod|shop-api-0@3",
              "pod|shop-api-1@1",
              "pod|shop-api-1@2");
      assertThat(result(tallies.store().feed().head())).isEqualTo(5);
    }
  }

  @Test
  void an_entity_whose_next_event_somebody_else_has_written_is_not_answered() throws Exception {
    try (var tallies = open()) {
      var tally = tallies.start(POD);
      result(tallies.add(tally, 2));
      result(tallies.store().append(TestEvents.rows(TestEvents.pod(0), 3, 3)));
      var refused = tallies.add(tally, 1).toCompletableFuture();
      // A fresh life of the entity has seen the stranger's event.
      assertThat(result(tallies.add(tallies.start(POD), 1))).isEqualTo(4);
      assertThat(refused).isNotDone();
      assertThat(feed(tallies).stream().map(FeedRow::offset))
          .containsExactlyElementsOf(LongStream.rangeClosed(1, 4).boxed().toList());
    }
  }
}
