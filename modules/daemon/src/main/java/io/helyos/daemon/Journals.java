package io.helyos.daemon;

import com.datastax.oss.driver.api.core.CqlSession;
import io.helyos.model.port.Feed;
import io.helyos.persistence.cassandra.feed.CassandraFeed;
import io.helyos.persistence.cassandra.session.CassandraSchema;
import io.helyos.persistence.cassandra.session.CassandraSettings;
import io.helyos.persistence.cassandra.session.CassandraStore;
import io.helyos.persistence.cassandra.session.Replication;
import io.helyos.persistence.embedded.EmbeddedStore;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens the journal that was chosen, however long that takes.
final class Journals {
  private static final Logger LOG = LoggerFactory.getLogger(Journals.class);

  private Journals() {}

  /// Completes with the feed when the journal can be written and the feed has all that is in it.
  static CompletionStage<Feed> open(ActorSystem<?> system, JournalChoice choice) {
    return switch (choice) {
      case JournalChoice.Embedded _ ->
          CompletableFuture.completedStage(EmbeddedStore.get(system).feed());
      case JournalChoice.Cassandra(var settings) -> openCassandra(system, settings);
    };
  }

  private static CompletionStage<Feed> openCassandra(
      ActorSystem<?> system, CassandraSettings settings) {
    LOG.info(
        "The journal is Cassandra at {}; until it answers, so does the API with 503",
        String.join(", ", settings.contactPoints()));
    return CassandraStore.get(system)
        .session()
        .thenCompose(session -> ensureSchema(session, settings))
        .thenCompose(_ -> {
          var feed = CassandraFeed.get(system);
          return feed.caughtUp().thenApply(_ -> feed);
        });
  }

  /// Makes what is missing on a single server, to try things out. On several it is a decision on
  /// how many of them everything is kept, and not ours.
  static CompletionStage<Void> ensureSchema(CqlSession session, CassandraSettings where) {
    var schema = new CassandraSchema(where.keyspace(), Replication.single());
    return schema
        .isThere(session)
        .thenCompose(isThere -> {
          if (isThere) return CompletableFuture.completedStage(null);
          if (session.getMetadata().getNodes().size() > 1) throw lacks(where);
          LOG.warn(
              "Making keyspace {} with one copy of everything, as Cassandra is a single server",
              where.keyspace());
          return schema.apply(session);
        });
  }

  private static StartFailure lacks(CassandraSettings where) {
    return new StartFailure(
        ("Expected keyspace %s with its tables, found it missing or incomplete. Make it with:"
                + " helyosd schema --apply --replication %d --cassandra %s")
            .formatted(
                where.keyspace(), Replication.SAFE, String.join(",", where.contactPoints())));
  }
}
