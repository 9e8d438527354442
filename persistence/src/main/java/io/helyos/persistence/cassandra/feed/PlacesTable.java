package io.helyos.persistence.cassandra.feed;

import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.data.TupleValue;
import com.datastax.oss.driver.api.core.type.DataTypes;
import com.datastax.oss.driver.api.core.type.TupleType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;

/// Where the events of each entity stand, up to a checkpoint: made from the rows of the feed, some
/// seconds after them.
///
/// Whoever makes it writes the same, or more for the same key when it has seen more; the offset as
/// the time of the write lets more win over less, whenever it arrives.
final class PlacesTable {
  private static final String CHECKPOINT = "places";
  private static final TupleType STRETCH =
      DataTypes.tupleOf(DataTypes.BIGINT, DataTypes.INT, DataTypes.BIGINT);

  private final Cql cql;

  PlacesTable(Cql cql) {
    this.cql = cql;
  }

  /// Some of an entity's events in a row.
  private record Stretch(long sequence, int count, long offset) {}

  /// Up to which offset this table is complete.
  CompletionStage<Long> checkpoint() {
    return cql.rows("SELECT place FROM KS.feed_checkpoint WHERE name = ?", CHECKPOINT)
        .thenApply(rows -> rows.isEmpty() ? 0L : rows.getFirst().getLong("place"));
  }

  /// Writes down what stands in these rows, the next ones after the checkpoint, then moves it.
  CompletionStage<Void> add(List<FeedEntry> entries) {
    var last = entries.getLast().last();
    return Gather.each(
            byEntity(entries).entrySet(),
            one ->
                cql.run(
                    "INSERT INTO KS.feed_places (entity, first, runs) VALUES (?, ?, ?)"
                        + " USING TIMESTAMP ?",
                    one.getKey(),
                    one.getValue().getFirst().sequence(),
                    one.getValue().stream()
                        .map(s -> STRETCH.newValue(s.sequence(), s.count(), s.offset()))
                        .toList(),
                    last))
        .thenCompose(_ ->
            cql.run(
                "INSERT INTO KS.feed_checkpoint (name, place) VALUES (?, ?) USING TIMESTAMP ?",
                CHECKPOINT,
                last,
                last))
        .thenAccept(_ -> {});
  }

  private static Map<String, List<Stretch>> byEntity(List<FeedEntry> entries) {
    var stretches = new LinkedHashMap<String, List<Stretch>>();
    for (var entry : entries) {
      var offset = entry.first();
      for (var run : entry.runs()) {
        stretches
            .computeIfAbsent(run.entity(), _ -> new ArrayList<>())
            .add(new Stretch(run.sequence(), run.count(), offset));
        offset += run.count();
      }
    }
    return stretches;
  }

  /// How far the entity is in this table, 0 when it is not in it.
  CompletionStage<Long> head(String entity) {
    return cql.rows("SELECT runs FROM KS.feed_places WHERE entity = ? LIMIT 1", entity)
        .thenApply(rows ->
            rows.stream()
                .flatMap(row -> stretches(row).stream())
                .mapToLong(s -> s.sequence() + s.count() - 1)
                .max()
                .orElse(0));
  }

  /// The offsets of the entity's events with a sequence above this one, at least so many if there
  /// are.
  CompletionStage<NavigableMap<Long, Long>> of(String entity, long sequence, int limit) {
    var next = sequence + 1;
    return cql.rows(
            "SELECT runs FROM KS.feed_places WHERE entity = ? AND first <= ? LIMIT 1", entity, next)
        .thenCombine(
            cql.rows(
                "SELECT runs FROM KS.feed_places WHERE entity = ? AND first > ?"
                    + " ORDER BY first ASC LIMIT ?",
                entity,
                next,
                limit),
            (before, after) -> {
              NavigableMap<Long, Long> offsets = new TreeMap<>();
              before.forEach(row -> spread(row, next, offsets));
              after.forEach(row -> spread(row, next, offsets));
              return offsets;
            });
  }

  private static void spread(Row row, long from, Map<Long, Long> offsets) {
    for (var s : stretches(row)) {
      for (var i = Math.max(0, from - s.sequence()); i < s.count(); i++) {
        offsets.put(s.sequence() + i, s.offset() + i);
      }
    }
  }

  private static List<Stretch> stretches(Row row) {
    return Objects.requireNonNull(row.getList("runs", TupleValue.class)).stream()
        .map(s -> new Stretch(s.getLong(0), s.getInt(1), s.getLong(2)))
        .toList();
  }
}
