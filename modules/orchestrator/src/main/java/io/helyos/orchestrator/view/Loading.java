package io.helyos.orchestrator.view;

import io.helyos.model.journal.FeedRow;
import io.helyos.model.port.Feed;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/// Reads the feed into a view, page by page.
public final class Loading {
  private static final int PAGE = 5_000;

  private Loading() {}

  /// Completes with the newest offset when the view has seen everything that was in the feed.
  public static CompletionStage<Long> of(Folding folding, Feed feed) {
    return after(0, folding, feed, _ -> true);
  }

  /// Completes when the view has seen all of these events that were in the feed. Of each entity
  /// they are to be the first ones.
  public static CompletionStage<Long> of(Folding folding, Feed feed, Predicate<FeedRow> which) {
    return after(0, folding, feed, which);
  }

  /// What has come behind an offset.
  static CompletionStage<Long> after(long offset, Folding folding, Feed feed) {
    return after(offset, folding, feed, _ -> true);
  }

  private static CompletionStage<Long> after(
      long offset, Folding folding, Feed feed, Predicate<FeedRow> which) {
    return feed.after(offset, PAGE)
        .thenCompose(rows -> {
          rows.stream().filter(which).forEach(folding::fold);
          var reached = rows.isEmpty() ? offset : rows.getLast().offset();
          return rows.size() < PAGE
              ? CompletableFuture.completedStage(reached)
              : after(reached, folding, feed, which);
        });
  }
}
