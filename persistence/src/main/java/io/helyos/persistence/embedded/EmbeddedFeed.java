package io.helyos.persistence.embedded;

import io.helyos.model.EntityId;
import io.helyos.model.journal.FeedRow;
import io.helyos.model.port.Feed;
import io.helyos.model.port.OutsideCall;
import io.helyos.persistence.serialization.RecordedFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The feed of the embedded journal. As its one writer gives out the offsets, an event is visible
/// here as soon as it is durable, and none can appear below another later.
final class EmbeddedFeed implements Feed {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedFeed.class);

  private final EmbeddedStore store;
  private final List<Runnable> callbacks = new CopyOnWriteArrayList<>();
  private volatile long head;

  EmbeddedFeed(EmbeddedStore store) {
    this.store = store;
  }

  /// Called by the one writer after each commit.
  void committed(long newest) {
    if (newest == head) return;
    head = newest;
    for (var callback : callbacks) call(callback);
  }

  private static void call(Runnable callback) {
    try {
      callback.run();
    } catch (RuntimeException failure) {
      log.error("A reader of the feed failed to take news; it must ask by itself", failure);
    }
  }

  @Override
  public CompletionStage<Long> head() {
    return CompletableFuture.completedFuture(head);
  }

  @Override
  public CompletionStage<List<FeedRow>> after(long offset, int limit) {
    return store
        .read(OutsideCall.READ_FEED, EventQueries.after(offset, limit))
        .thenApply(found -> found.stream().map(EmbeddedFeed::row).toList());
  }

  @Override
  public CompletionStage<List<FeedRow>> of(EntityId entity, long sequence, int limit) {
    var rows = new ArrayList<FeedRow>();
    var query =
        EventQueries.of(
            entity.toString(),
            sequence + 1,
            Long.MAX_VALUE,
            limit,
            true,
            found -> rows.add(row(found)));
    return store.read(OutsideCall.READ_FEED, query).thenApply(count -> List.copyOf(rows));
  }

  @Override
  public void onNews(Runnable callback) {
    callbacks.add(callback);
  }

  private static FeedRow row(EventQueries.Found found) {
    return new FeedRow(
        found.place(),
        EntityId.parse(found.name()),
        found.sequence(),
        RecordedFormat.read(found.content()));
  }
}
