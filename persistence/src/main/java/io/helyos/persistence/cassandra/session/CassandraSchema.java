package io.helyos.persistence.cassandra.session;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// The keyspace and its tables. Made by one session, one statement after the other, before anybody
/// uses them: several who make them at once get in each other's way.
public final class CassandraSchema {
  private static final String PROFILE = "helyos-schema";

  private final String keyspace;
  private final Replication replication;

  public CassandraSchema(String keyspace, Replication replication) {
    this.keyspace = keyspace;
    this.replication = replication;
  }

  /// In the order in which they are to be run; each does nothing when it was run before.
  public List<String> statements() {
    return List.of(
        "CREATE KEYSPACE IF NOT EXISTS %s WITH replication = %s"
            .formatted(keyspace, replication.cql()),
        table(
            "messages",
            "persistence_id text, partition_nr bigint, sequence_nr bigint, timestamp timeuuid,"
                + " timebucket text, writer_uuid text, ser_id int, ser_manifest text,"
                + " event_manifest text, event blob, meta_ser_id int, meta_ser_manifest text,"
                + " meta blob, tags set<text>,"
                + " PRIMARY KEY ((persistence_id, partition_nr), sequence_nr, timestamp)"),
        table(
            "metadata",
            "persistence_id text PRIMARY KEY, deleted_to bigint, properties map<text, text>"),
        table(
                "snapshots",
                "persistence_id text, sequence_nr bigint, timestamp bigint, ser_id int,"
                    + " ser_manifest text, snapshot_data blob, snapshot blob, meta_ser_id int,"
                    + " meta_ser_manifest text, meta blob, PRIMARY KEY (persistence_id, sequence_nr)")
            + " WITH CLUSTERING ORDER BY (sequence_nr DESC)",
        table(
            "feed",
            "bucket bigint, first bigint, count int, writer text,"
                + " runs frozen<list<frozen<tuple<text, bigint, int>>>>,"
                + " PRIMARY KEY (bucket, first)"),
        table(
                "feed_places",
                "entity text, first bigint, runs frozen<list<frozen<tuple<bigint, int, bigint>>>>,"
                    + " PRIMARY KEY (entity, first)")
            + " WITH CLUSTERING ORDER BY (first DESC)",
        table("feed_checkpoint", "name text PRIMARY KEY, place bigint"),
        table("members", "daemon text PRIMARY KEY, address text, seen timestamp"));
  }

  private String table(String name, String columns) {
    return "CREATE TABLE IF NOT EXISTS %s.%s (%s)".formatted(keyspace, name, columns);
  }

  /// For cqlsh.
  public String text() {
    return String.join(";\n\n", statements()) + ";\n";
  }

  /// Completes when all servers agree on it.
  public CompletionStage<Void> apply(CqlSession session) {
    // Nobody wants to look at it before it is complete, and each look takes a second.
    var done = session.setSchemaMetadataEnabled(false).<Void>thenApply(_ -> null);
    for (var statement : statements()) {
      done = done.thenCompose(_ -> run(session, statement));
    }
    return done.thenCompose(_ -> session.setSchemaMetadataEnabled(null))
        .thenCompose(_ -> session.checkSchemaAgreementAsync())
        .thenAccept(agreed -> {
          if (!agreed) {
            throw new IllegalStateException(
                "The servers of Cassandra do not agree on the schema yet. Apply it again when all of them are up.");
          }
        });
  }

  private static CompletionStage<Void> run(CqlSession session, String statement) {
    var once = SimpleStatement.newInstance(statement).setExecutionProfileName(PROFILE);
    return session.executeAsync(once).thenAccept(_ -> {});
  }

  /// Whether the last table is there, and so everything before it.
  public CompletionStage<Boolean> isThere(CqlSession session) {
    var question =
        SimpleStatement.newInstance(
                "SELECT table_name FROM system_schema.tables"
                    + " WHERE keyspace_name = ? AND table_name = 'members'",
                keyspace)
            .setExecutionProfileName(PROFILE);
    return session.executeAsync(question).thenApply(found -> found.one() != null);
  }
}
