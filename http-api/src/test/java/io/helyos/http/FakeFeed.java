package io.helyos.http;

import io.helyos.model.EntityId;
import io.helyos.model.journal.FeedRow;
import io.helyos.model.port.Feed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/// A feed in memory. It counts how often it is read.
final class FakeFeed implements Feed {
  private final List<FeedRow> rows = new ArrayList<>();
  private final List<Runnable> callbacks = new CopyOnWriteArrayList<>();

  void add(LongFunction<FeedRow> row) {
    synchronized (rows) {
      rows.add(row.apply(rows.size() + 1L));
    }
    callbacks.forEach(Runnable::run);
  }

  /// Does to the journal what nobody should.
  void tamper(Consumer<List<FeedRow>> how) {
    synchronized (rows) {
      how.accept(rows);
    }
  }

  int callbacks() {
    return callbacks.size();
  }

  List<FeedRow> rows() {
    synchronized (rows) {
      return List.copyOf(rows);
    }
  }

  @Override
  public CompletionStage<Long> head() {
    return CompletableFuture.completedStage((long) rows().size());
  }

  @Override
  public CompletionStage<List<FeedRow>> after(long offset, int limit) {
    return CompletableFuture.completedStage(
        rows().stream().filter(row -> row.offset() > offset).limit(limit).toList());
  }

  @Override
  public CompletionStage<List<FeedRow>> of(EntityId entity, long sequence, int limit) {
    return CompletableFuture.completedStage(
        rows().stream()
            .filter(row -> row.entity().equals(entity) && row.sequence() > sequence)
            .limit(limit)
            .toList());
  }

  @Override
  public void onNews(Runnable callback) {
    callbacks.add(callback);
  }
}
