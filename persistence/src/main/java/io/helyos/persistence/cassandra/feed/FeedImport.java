package io.helyos.persistence.cassandra.feed;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.uuid.Uuids;
import io.helyos.model.journal.FeedRow;
import io.helyos.persistence.serialization.RecordedFormat;
import io.helyos.persistence.serialization.RecordedSerializer;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Brings the events of another journal into an empty one, with their offsets. An import that was
/// interrupted can be run again from the beginning: the same event is the same row.
public final class FeedImport {
  /// How many events go into a row of the feed; the same in every run of one import.
  public static final int PAGE = 500;

  private static final long HOUR = Duration.ofHours(1).toMillis();

  private final Cql cql;
  private final FeedStore store;
  private final String writer;

  /// Begins or goes on with an import.
  ///
  /// @param name tells this import from others
  public FeedImport(CqlSession session, String keyspace, String name) {
    cql = new Cql(() -> CompletableFuture.completedStage(session), keyspace);
    store = new FeedStore(cql);
    writer = "import-" + name;
  }

  /// Writes the next events: [#PAGE] of them, or the last. Fails when somebody else has written
  /// into this journal.
  public CompletionStage<Void> add(List<FeedRow> rows) {
    var entry = new FeedEntry(rows.getFirst().offset(), runs(rows));
    return Gather.each(rows, this::event)
        .thenCompose(_ -> store.feed().append(entry, writer))
        .thenCompose(owner -> {
          if (!owner.equals(writer)) throw notEmpty(entry.first());
          return store.places().add(List.of(entry));
        });
  }

  private static IllegalStateException notEmpty(long offset) {
    return new IllegalStateException(
        "Expected an empty keyspace, found events of another journal at offset %d. Import into a new one with --cassandra-keyspace."
            .formatted(offset));
  }

  /// Fails when the journal has events that are not of this import.
  public CompletionStage<Void> requireOwn() {
    return cql.rows("SELECT writer FROM KS.feed WHERE bucket = 0 LIMIT 1")
        .thenAccept(rows -> {
          if (!rows.isEmpty() && !writer.equals(rows.getFirst().getString(0))) throw notEmpty(1);
        });
  }

  private static List<Run> runs(List<FeedRow> rows) {
    var runs = new ArrayList<Run>();
    for (var row : rows) {
      var entity = row.entity().toString();
      var last = runs.isEmpty() ? null : runs.getLast();
      if (last != null && last.entity().equals(entity) && last.last() + 1 == row.sequence()) {
        runs.set(runs.size() - 1, new Run(entity, last.sequence(), last.count() + 1));
      } else {
        runs.add(new Run(entity, row.sequence(), 1));
      }
    }
    return runs;
  }

  private CompletionStage<?> event(FeedRow row) {
    var millis = row.recorded().time().toEpochMilli();
    return cql.run(
        "INSERT INTO KS.messages (persistence_id, partition_nr, sequence_nr, timestamp, timebucket,"
            + " writer_uuid, ser_id, ser_manifest, event_manifest, event)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row.entity().toString(),
        JournalTable.partition(row.sequence()),
        row.sequence(),
        Uuids.startOf(millis),
        Long.toString(millis / HOUR * HOUR),
        writer,
        RecordedSerializer.IDENTIFIER,
        RecordedSerializer.MANIFEST,
        "",
        ByteBuffer.wrap(RecordedFormat.write(row.recorded())));
  }
}
