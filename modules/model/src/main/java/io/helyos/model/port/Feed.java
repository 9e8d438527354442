package io.helyos.model.port;

import io.helyos.model.EntityId;
import io.helyos.model.journal.FeedRow;
import io.helyos.model.journal.Recorded;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;

/// All events of the journal in one dense, final order.
public interface Feed {
  /// The offset of the newest event, 0 when there is none.
  CompletionStage<Long> head();

  /// At most `limit` events with an offset above `offset`, in order.
  CompletionStage<List<FeedRow>> after(long offset, int limit);

  /// At most `limit` events of one entity with a sequence above `sequence`, in order.
  CompletionStage<List<FeedRow>> of(EntityId entity, long sequence, int limit);

  /// The events of one entity from one sequence to another, by sequence: all that were durable
  /// anywhere before somebody asks, whether they have an offset yet or not.
  default CompletionStage<SortedMap<Long, Recorded>> stored(EntityId entity, long from, long to) {
    return of(entity, from - 1, Math.toIntExact(to - from + 1))
        .thenApply(rows -> {
          var events = new TreeMap<Long, Recorded>();
          rows.forEach(row -> events.put(row.sequence(), row.recorded()));
          return events;
        });
  }

  /// Calls back, at once and on any thread, whenever there may be more to read. The callback must
  /// return quickly.
  void onNews(Runnable callback);
}
