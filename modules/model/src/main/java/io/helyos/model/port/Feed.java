package io.helyos.model.port;

import io.helyos.model.EntityId;
import io.helyos.model.journal.FeedRow;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// All events of the journal in one dense, final order.
public interface Feed {
  /// The offset of the newest event, 0 when there is none.
  CompletionStage<Long> head();

  /// At most `limit` events with an offset above `offset`, in order.
  CompletionStage<List<FeedRow>> after(long offset, int limit);

  /// At most `limit` events of one entity with a sequence above `sequence`, in order.
  CompletionStage<List<FeedRow>> of(EntityId entity, long sequence, int limit);

  /// Calls back, at once and on any thread, whenever there may be more to read. The callback must
  /// return quickly.
  void onNews(Runnable callback);
}
