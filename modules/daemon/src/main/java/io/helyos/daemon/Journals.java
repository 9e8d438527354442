package io.helyos.daemon;

import com.datastax.oss.driver.api.core.CqlSession;
import io.helyos.daemon.cluster.Joining;
import io.helyos.model.port.Feed;
import io.helyos.persistence.cassandra.feed.CassandraFeed;
import io.helyos.persistence.cassandra.members.MemberTable;
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
  static CompletionStage<Feed> open(ActorSystem<?> system, DaemonSettings settings) {
    return switch (settings.journal()) {
      case JournalChoice.Embedded _ ->
          CompletableFuture.completedStage(EmbeddedStore.get(system).feed());
      case JournalChoice.Cassandra(var where) -> openCassandra(system, where, settings);
    };
  }

  private static CompletionStage<Feed> openCassandra(
      ActorSystem<?> system, CassandraSettings where, DaemonSettings settings) {
    LOG.info(
        "The journal is Cassandra at {}; until it answers, so does the API with 503",
        String.join(", ", where.contactPoints()));
    return CassandraStore.get(system)
        .session()
        .thenCompose(session ->
            ensureSchema(session, where)
                .thenCompose(
                    _ -> join(system, new MemberTable(session, where.keyspace()), settings)))
        .thenCompose(_ -> {
          var feed = CassandraFeed.get(system);
          return feed.caughtUp().thenApply(_ -> feed);
        });
  }

  private static CompletionStage<Void> join(
      ActorSystem<?> system, MemberTable members, DaemonSettings settings) {
    var cluster = settings.cluster();
    return new Joining(system, members, settings.name(), cluster.join(), cluster.isOpen())
        .begin()
        .exceptionallyCompose(failure ->
            CompletableFuture.failedStage(
                failure instanceof Joining.NoWay
                    ? new StartFailure(Reasons.of(failure))
                    : failure));
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
