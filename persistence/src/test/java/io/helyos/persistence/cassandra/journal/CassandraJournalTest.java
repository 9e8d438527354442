package io.helyos.persistence.cassandra.journal;

import static io.helyos.persistence.contract.Tallies.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.persistence.cassandra.server.CassandraProcess;
import io.helyos.persistence.contract.Events;
import io.helyos.persistence.contract.JournalContract;
import io.helyos.persistence.contract.JournalUnderTest;
import io.helyos.persistence.contract.Tallies;
import io.helyos.persistence.contract.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(600)
class CassandraJournalTest extends JournalContract {
  /// More than the driver lets share a connection by default.
  private static final int MANY = 1_500;

  private final CassandraUnderTest journal =
      new CassandraUnderTest(CassandraProcess.shared().fresh());

  @Override
  protected JournalUnderTest journal() {
    return journal;
  }

  @Test
  void more_entities_than_a_connection_likes_write_at_once() throws Exception {
    try (var tallies = new Tallies(journal)) {
      var all = new ArrayList<ActorRef<Tally.Add>>();
      for (var i = 0; i < MANY; i++) all.add(tallies.start(Events.pod(i).toString()));
      result(addToAll(tallies, all, 0));
      result(addToAll(tallies, all, 1));
      assertThat(result(tallies.feed().head())).isEqualTo(MANY);
    }
  }

  private static CompletableFuture<?> addToAll(
      Tallies tallies, List<ActorRef<Tally.Add>> all, int events) {
    return CompletableFuture.allOf(
        all.stream()
            .map(tally -> tallies.add(tally, events).toCompletableFuture())
            .toArray(CompletableFuture<?>[]::new));
  }
}
