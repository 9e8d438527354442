package io.helyos.persistence.cassandra.feed;

import io.helyos.model.EntityId;
import io.helyos.model.journal.FeedRow;
import io.helyos.model.journal.Recorded;
import io.helyos.model.port.Feed;
import io.helyos.persistence.cassandra.feed.Protocol.News;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.pekko.actor.ClassicActorSystemProvider;
import org.apache.pekko.actor.Extension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The feed as a daemon reads it. What was durable here before somebody asks is in the answer, as
/// with the embedded journal; what was durable elsewhere follows within the blink of an eye.
public final class CassandraFeed implements Feed, Extension {
  private static final Logger log = LoggerFactory.getLogger(CassandraFeed.class);

  /// How long a reader waits for the writer of the feed, which may be moving to another daemon.
  private static final long PATIENCE_SECONDS = 3;

  private final FeedReader reader;
  private final Announcements announcements;
  private final Runnable flush;
  private final List<Runnable> callbacks = new CopyOnWriteArrayList<>();
  private final AtomicLong newest = new AtomicLong();
  private final CompletableFuture<Void> caughtUp = new CompletableFuture<>();

  /// @param flush called when there is something new to announce
  CassandraFeed(FeedReader reader, Announcements announcements, Runnable flush) {
    this.reader = reader;
    this.announcements = announcements;
    this.flush = flush;
  }

  /// The feed of an actor system. The first call puts its reporter, and somewhere in the cluster
  /// its writer, to work; the schema must be there by then.
  public static CassandraFeed get(ClassicActorSystemProvider system) {
    return CassandraFeedId.ID.get(system);
  }

  /// The entity is so far: its events up to this sequence are durable. To be called before anybody
  /// is told that they are. Ids that are not ours are passed over.
  public void announce(String persistenceId, long sequence) {
    if (sequence == 0 || !JournalTable.isOurs(persistenceId)) return;
    if (announcements.tell(persistenceId, sequence)) flush.run();
  }

  /// Completes when the feed has everything that was in the journal when its writer started.
  public CompletionStage<Void> caughtUp() {
    return caughtUp.minimalCompletionStage();
  }

  void heard(News news) {
    if (news.caughtUp()) caughtUp.complete(null);
    if (newest.getAndAccumulate(news.head(), Math::max) >= news.head()) return;
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
    return settled(reader::head);
  }

  @Override
  public CompletionStage<List<FeedRow>> after(long offset, int limit) {
    var settled = announcements.settled();
    var rows = reader.after(offset, limit);
    if (settled.isDone()) return rows;
    // Who reads the past does not wait for the present.
    return rows.thenCompose(found ->
        found.size() < limit
            ? inTime(settled).thenCompose(_ -> reader.after(offset, limit))
            : CompletableFuture.completedStage(found));
  }

  @Override
  public CompletionStage<List<FeedRow>> of(EntityId entity, long sequence, int limit) {
    return settled(() -> reader.of(entity, sequence, limit));
  }

  @Override
  public CompletionStage<SortedMap<Long, Recorded>> stored(EntityId entity, long from, long to) {
    return reader.stored(entity, from, to);
  }

  private <T> CompletionStage<T> settled(Supplier<CompletionStage<T>> question) {
    return inTime(announcements.settled()).thenCompose(_ -> question.get());
  }

  private static CompletionStage<Void> inTime(CompletableFuture<Void> settled) {
    return settled.completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void onNews(Runnable callback) {
    callbacks.add(callback);
  }
}
