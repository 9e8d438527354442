package io.helyos.persistence.cassandra.feed;

import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.data.TupleValue;
import com.datastax.oss.driver.api.core.type.DataTypes;
import com.datastax.oss.driver.api.core.type.TupleType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// The rows of the feed.
final class FeedTable {
  private static final int PAGE = 200;
  private static final TupleType RUN =
      DataTypes.tupleOf(DataTypes.TEXT, DataTypes.BIGINT, DataTypes.INT);

  private final Cql cql;

  FeedTable(Cql cql) {
    this.cql = cql;
  }

  private static long bucket(long place) {
    return (place - 1) / FeedBook.BUCKET;
  }

  /// Appends the row if there is none at its place, and answers whose row stands there now. May be
  /// repeated after a failure, which leaves open whether it was done.
  CompletionStage<String> append(FeedEntry entry, String writer) {
    var runs =
        entry.runs().stream()
            .map(run -> RUN.newValue(run.entity(), run.sequence(), run.count()))
            .toList();
    return cql.attempt(
            "INSERT INTO KS.feed (bucket, first, count, writer, runs) VALUES (?, ?, ?, ?, ?)"
                + " IF NOT EXISTS",
            bucket(entry.first()),
            entry.first(),
            entry.count(),
            writer,
            runs)
        .thenApply(answer ->
            answer.wasApplied()
                ? writer
                : Objects.requireNonNull(Objects.requireNonNull(answer.one()).getString("writer")));
  }

  /// Rows with what stands behind an offset, at least so many events if there are. They follow each
  /// other without a gap: where a reader meets one, the rest is still on its way.
  CompletionStage<List<FeedEntry>> after(long offset, int events) {
    return holding(offset + 1)
        .thenCompose(found -> {
          var entries = new ArrayList<FeedEntry>();
          if (found.isEmpty() || found.get().last() <= offset) {
            return CompletableFuture.completedStage(entries);
          }
          entries.add(found.get());
          return onwards(entries, found.get().last() - offset, events);
        });
  }

  private CompletionStage<Optional<FeedEntry>> holding(long place) {
    return cql.rows(
            "SELECT first, runs FROM KS.feed WHERE bucket = ? AND first <= ?"
                + " ORDER BY first DESC LIMIT 1",
            bucket(place),
            place)
        .thenApply(rows -> rows.stream().map(FeedTable::entry).findFirst());
  }

  private CompletionStage<List<FeedEntry>> onwards(
      List<FeedEntry> entries, long found, int wanted) {
    if (found >= wanted) return CompletableFuture.completedStage(entries);
    var last = entries.getLast().last();
    return cql.rows(
            "SELECT first, runs FROM KS.feed WHERE bucket = ? AND first > ? LIMIT " + PAGE,
            bucket(last + 1),
            last)
        .thenComposeAsync(rows -> {
          var more = 0L;
          for (var row : rows) {
            var entry = entry(row);
            if (entry.first() != entries.getLast().last() + 1) break;
            entries.add(entry);
            more += entry.count();
          }
          return more == 0
              ? CompletableFuture.completedStage(entries)
              : onwards(entries, found + more, wanted);
        });
  }

  /// The newest offset.
  ///
  /// @param known one that is not newer
  CompletionStage<Long> head(long known) {
    return cql.rows(
            "SELECT first, count FROM KS.feed WHERE bucket = ? ORDER BY first DESC LIMIT 1",
            bucket(known + 1))
        .thenCompose(rows -> {
          if (rows.isEmpty()) return CompletableFuture.completedStage(known);
          var row = rows.getFirst();
          var last = row.getLong("first") + row.getInt("count") - 1;
          return last % FeedBook.BUCKET == 0 ? head(last) : CompletableFuture.completedStage(last);
        });
  }

  private static FeedEntry entry(Row row) {
    var runs = Objects.requireNonNull(row.getList("runs", TupleValue.class));
    return new FeedEntry(
        row.getLong("first"),
        runs.stream()
            .map(run ->
                new Run(Objects.requireNonNull(run.getString(0)), run.getLong(1), run.getInt(2)))
            .toList());
  }
}
