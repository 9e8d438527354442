package io.helyos.orchestrator.view;

import io.helyos.model.journal.EncodedEvent;
import io.helyos.model.journal.FeedRow;
import io.helyos.model.port.Codec;
import io.helyos.model.port.Feed;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the feed into a view, page by page.
public final class Loading {
  private static final Logger LOG = LoggerFactory.getLogger(Loading.class);
  private static final int PAGE = 5_000;

  private Loading() {}

  /// Completes when the view has seen everything that was in the feed.
  public static CompletionStage<Void> of(LiveView view, Feed feed, Codec codec) {
    return of(view, feed, codec, _ -> true);
  }

  /// Completes when the view has seen all of these events that were in the feed. Of each entity
  /// they are to be the first ones.
  public static CompletionStage<Void> of(
      LiveView view, Feed feed, Codec codec, Predicate<FeedRow> which) {
    return page(view, feed, codec, which, 0);
  }

  private static CompletionStage<Void> page(
      LiveView view, Feed feed, Codec codec, Predicate<FeedRow> which, long after) {
    return feed.after(after, PAGE)
        .thenCompose(rows -> {
          rows.stream()
              .filter(row -> !view.isSetAside(row.entity()) && which.test(row))
              .forEach(row -> fold(view, codec, row));
          return rows.size() < PAGE
              ? CompletableFuture.completedStage(null)
              : page(view, feed, codec, which, rows.getLast().offset());
        });
  }

  /// What a newer build has written is never skipped: its entity is left alone as a whole.
  private static void fold(LiveView view, Codec codec, FeedRow row) {
    var recorded = row.recorded();
    try {
      var event =
          codec.decode(new EncodedEvent(recorded.type(), recorded.version(), recorded.bytes()));
      view.saw(row.entity(), row.sequence(), recorded.time(), event);
    } catch (Codec.UnknownEventException unknown) {
      LOG.error("{} is set aside: {}", row.entity(), unknown.getMessage());
      view.setAside(row.entity());
    }
  }
}
