package io.helyos.orchestrator.view;

import io.helyos.model.EntityId;
import io.helyos.model.port.Feed;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a view up to date with what the other daemons of the cluster write: it follows the feed.
/// Whoever must see a certain event does not wait for the feed but reads it from the journal.
public final class Following {
  private static final Logger LOG = LoggerFactory.getLogger(Following.class);

  /// Also without news: they may have been lost on the way.
  private static final Duration EVERY = Duration.ofMillis(500);

  private final LiveView view;
  private final Folding folding;
  private final Feed feed;
  private final AtomicBoolean reading = new AtomicBoolean();
  private volatile boolean more;
  private volatile long offset;

  public Following(LiveView view, Folding folding, Feed feed) {
    this.view = view;
    this.folding = folding;
    this.feed = feed;
  }

  /// Follows from an offset on, for as long as the process lives.
  ///
  /// @param repeat runs something again and again at this distance
  public void from(long begin, Repeating repeat) {
    offset = begin;
    feed.onNews(this::read);
    repeat.every(EVERY, this::read);
  }

  /// Runs something again and again.
  @FunctionalInterface
  public interface Repeating {
    void every(Duration distance, Runnable task);
  }

  private void read() {
    more = true;
    if (!reading.compareAndSet(false, true)) return;
    more = false;
    Loading.after(offset, folding, feed)
        .whenComplete((reached, failure) -> {
          if (failure == null) offset = reached;
          else LOG.debug("The feed cannot be followed now", failure);
          reading.set(false);
          if (more && failure == null) read();
        });
  }

  /// Completes when the view shows this event, which is durable already.
  public CompletionStage<Void> catchUp(EntityId entity, long sequence) {
    var known = view.sequence(entity);
    if (known >= sequence || view.isSetAside(entity)) {
      return CompletableFuture.completedStage(null);
    }
    return feed.stored(entity, known + 1, sequence)
        .thenAccept(
            events -> events.forEach((number, event) -> folding.fold(entity, number, event)));
  }
}
