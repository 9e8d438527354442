package io.helyos.load;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.uuid.Uuids;
import io.helyos.model.journal.FeedRow;
import io.helyos.persistence.serialization.RecordedFormat;
import io.helyos.persistence.serialization.RecordedSerializer;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/// The bare driver, which writes the rows of events into a table like the journal's own, through a
/// session of its own with the journal's settings.
final class RawCassandra implements AutoCloseable {
  private static final String WRITER = "11111111-2222-3333-4444-555555555555";

  private final CqlSession session;
  private final PreparedStatement insert;

  /// @param table like the journal's, with its keyspace
  RawCassandra(CqlSession session, String table) {
    this.session = session;
    this.insert =
        session.prepare(
            SimpleStatement.newInstance(
                    "INSERT INTO "
                        + table
                        + " (persistence_id, partition_nr, sequence_nr, timestamp, timebucket,"
                        + " writer_uuid, ser_id, ser_manifest, event_manifest, event)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .setExecutionProfileName("helyos-journal"));
  }

  /// Writes the rows, so many of them at a time; the answer is how many seconds that took.
  double write(List<FeedRow> rows, int atATime) {
    var next = new AtomicInteger();
    var begun = System.nanoTime();
    var lanes = new CompletableFuture<?>[atATime];
    for (var i = 0; i < atATime; i++) lanes[i] = lane(rows, next).toCompletableFuture();
    CompletableFuture.allOf(lanes).join();
    return (System.nanoTime() - begun) / 1e9;
  }

  private CompletionStage<?> lane(List<FeedRow> rows, AtomicInteger next) {
    var index = next.getAndIncrement();
    if (index >= rows.size()) return CompletableFuture.completedStage(null);
    return write(rows.get(index)).thenCompose(_ -> lane(rows, next));
  }

  private CompletionStage<?> write(FeedRow row) {
    return session.executeAsync(
        insert.bind(
            row.entity().toString(),
            0L,
            row.sequence(),
            Uuids.timeBased(),
            "1700000000000",
            WRITER,
            RecordedSerializer.IDENTIFIER,
            RecordedSerializer.MANIFEST,
            "",
            ByteBuffer.wrap(RecordedFormat.write(row.recorded()))));
  }

  @Override
  public void close() {
    session.close();
  }
}
