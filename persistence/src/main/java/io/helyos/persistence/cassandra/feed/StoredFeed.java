package io.helyos.persistence.cassandra.feed;

import com.datastax.oss.driver.api.core.CqlSession;
import io.helyos.model.EntityId;
import io.helyos.model.journal.FeedRow;
import io.helyos.model.journal.Recorded;
import io.helyos.model.port.Feed;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// The feed as it stands in the database, for tools: without a daemon nobody adds to it.
public final class StoredFeed implements Feed {
  private final FeedStore store;
  private final FeedReader reader;

  public StoredFeed(CqlSession session, String keyspace) {
    store = new FeedStore(new Cql(() -> CompletableFuture.completedStage(session), keyspace));
    reader = new FeedReader(store);
  }

  @Override
  public CompletionStage<Long> head() {
    return reader.head();
  }

  @Override
  public CompletionStage<List<FeedRow>> after(long offset, int limit) {
    return reader.after(offset, limit);
  }

  @Override
  public CompletionStage<List<FeedRow>> of(EntityId entity, long sequence, int limit) {
    return reader.of(entity, sequence, limit);
  }

  @Override
  public CompletionStage<SortedMap<Long, Recorded>> stored(EntityId entity, long from, long to) {
    return reader.stored(entity, from, to);
  }

  /// How far each entity is in the journal, whether the feed has it or not.
  public CompletionStage<Map<String, Long>> heads() {
    return store.journal().heads();
  }

  /// There are none.
  @Override
  public void onNews(Runnable callback) {}
}
