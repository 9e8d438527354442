package io.helyos.persistence.cassandra.feed;

import static java.util.stream.Collectors.toMap;

import com.datastax.oss.driver.api.core.cql.Row;
import io.helyos.model.EntityId;
import io.helyos.model.journal.Recorded;
import io.helyos.persistence.serialization.RecordedFormat;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// The journal's own table, read beside Pekko.
final class JournalTable {
  /// As `target-partition-size` of the plugin, which must never change.
  static final long PARTITION = 500_000;

  private final Cql cql;

  JournalTable(Cql cql) {
    this.cql = cql;
  }

  static long partition(long sequence) {
    return (sequence - 1) / PARTITION;
  }

  /// Whether these are events of ours; what Pekko stores for itself has other ids.
  static boolean isOurs(String persistenceId) {
    try {
      EntityId.parse(persistenceId);
      return true;
    } catch (IllegalArgumentException foreign) {
      return false;
    }
  }

  /// How far every entity is.
  CompletionStage<Map<String, Long>> heads() {
    return cql.rows("SELECT DISTINCT persistence_id, partition_nr FROM KS.messages")
        .thenCompose(rows -> Gather.each(newest(rows).entrySet(), this::head))
        .thenApply(heads -> heads.stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static Map<String, Long> newest(List<Row> partitions) {
    var newest = new HashMap<String, Long>();
    for (var row : partitions) {
      var id = Objects.requireNonNull(row.getString("persistence_id"));
      if (isOurs(id)) newest.merge(id, row.getLong("partition_nr"), Math::max);
    }
    return newest;
  }

  private CompletionStage<Map.Entry<String, Long>> head(Map.Entry<String, Long> partition) {
    return cql.rows(
            "SELECT sequence_nr FROM KS.messages WHERE persistence_id = ? AND partition_nr = ?"
                + " ORDER BY sequence_nr DESC LIMIT 1",
            partition.getKey(),
            partition.getValue())
        .thenApply(
            rows -> Map.entry(partition.getKey(), rows.isEmpty() ? 0 : rows.getFirst().getLong(0)));
  }

  /// The entity's events from one sequence to another, by sequence.
  ///
  /// Should two writers have written the same sequence, the older row counts: the newer one has
  /// been seen by nobody else.
  CompletionStage<NavigableMap<Long, Recorded>> events(String entity, long from, long to) {
    // What is written together may stand one partition further on.
    var partitions = LongStream.rangeClosed(partition(from), partition(to)).boxed().toList();
    return Gather.each(partitions, partition -> events(entity, partition, from, to))
        .thenCompose(found -> {
          var events = new TreeMap<Long, Recorded>();
          found.forEach(rows -> rows.forEach(row -> put(events, row)));
          return isWhole(events, from, to)
              ? CompletableFuture.completedStage(events)
              : events(entity, partition(to) + 1, from, to)
                  .thenApply(rows -> {
                    rows.forEach(row -> put(events, row));
                    return events;
                  });
        });
  }

  private static boolean isWhole(Map<Long, Recorded> events, long from, long to) {
    return events.size() == to - from + 1;
  }

  private CompletionStage<List<Row>> events(String entity, long partition, long from, long to) {
    return cql.rows(
        "SELECT sequence_nr, event FROM KS.messages WHERE persistence_id = ? AND partition_nr = ?"
            + " AND sequence_nr >= ? AND sequence_nr <= ?",
        entity,
        partition,
        from,
        to);
  }

  private static void put(Map<Long, Recorded> events, Row row) {
    var sequence = row.getLong("sequence_nr");
    if (!events.containsKey(sequence)) {
      events.put(sequence, RecordedFormat.read(bytes(row.getByteBuffer("event"))));
    }
  }

  private static byte[] bytes(@Nullable ByteBuffer buffer) {
    var bytes = new byte[Objects.requireNonNull(buffer).remaining()];
    buffer.get(bytes);
    return bytes;
  }
}
