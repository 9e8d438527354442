package io.helyos.orchestrator.audit;

import io.helyos.model.port.Feed;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Walks a feed from its beginning to where its end was when it was asked.
public final class Audit {
  private static final int PAGE = 5_000;

  private Audit() {}

  /// Completes when the chains have seen all of it, or fails with a [BrokenChain].
  public static CompletionStage<Chains> walk(Feed feed, Chains chains) {
    return feed.head().thenCompose(head -> walk(feed, chains, 0, head));
  }

  private static CompletionStage<Chains> walk(Feed feed, Chains chains, long after, long head) {
    if (after >= head) return CompletableFuture.completedStage(chains);
    return feed.after(after, (int) Math.min(PAGE, head - after))
        .thenComposeAsync(rows -> {
          rows.forEach(chains::see);
          return rows.isEmpty()
              ? CompletableFuture.completedStage(chains)
              : walk(feed, chains, rows.getLast().offset(), head);
        });
  }
}
