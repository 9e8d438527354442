package io.helyos.persistence.embedded;

import static io.helyos.persistence.contract.Tallies.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.journal.FeedRow;
import io.helyos.persistence.contract.JournalContract;
import io.helyos.persistence.contract.JournalUnderTest;
import io.helyos.persistence.contract.Tallies;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedJournalTest extends JournalContract {
  private static final String POD = TestEvents.pod(0).toString();

  @TempDir private Path folder;

  @Override
  protected JournalUnderTest journal() {
    return new EmbeddedUnderTest(folder.resolve("journal.db"));
  }

  @Test
  void an_entity_whose_next_event_somebody_else_has_written_is_not_answered() throws Exception {
    try (var tallies = new Tallies(journal())) {
      var tally = tallies.start(POD);
      result(tallies.add(tally, 2));
      var store = EmbeddedStore.get(tallies.system());
      result(store.append(TestEvents.rows(TestEvents.pod(0), 3, 3)));
      var refused = tallies.add(tally, 1).toCompletableFuture();
      // A fresh life of the entity has seen the stranger's event.
      assertThat(result(tallies.add(tallies.start(POD), 1))).isEqualTo(4);
      assertThat(refused).isNotDone();
      assertThat(result(tallies.feed().after(0, 1_000)).stream().map(FeedRow::offset))
          .containsExactlyElementsOf(LongStream.rangeClosed(1, 4).boxed().toList());
    }
  }
}
