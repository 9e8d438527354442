package io.helyos.daemon;

import io.helyos.model.journal.FeedRow;
import io.helyos.model.port.Feed;
import java.util.function.Consumer;

/// A feed from its beginning to its end.
final class Pages {
  private static final int PAGE = 5_000;

  private Pages() {}

  static void each(Feed feed, Consumer<FeedRow> action) {
    var last = 0L;
    var page = feed.after(last, PAGE).toCompletableFuture().join();
    while (!page.isEmpty()) {
      page.forEach(action);
      last = page.getLast().offset();
      page = feed.after(last, PAGE).toCompletableFuture().join();
    }
  }
}
