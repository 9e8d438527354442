package io.helyos.orchestrator.history;

import io.helyos.model.port.Codec;
import io.helyos.model.port.Feed;
import io.helyos.model.view.View;
import io.helyos.orchestrator.view.Folding;
import io.helyos.orchestrator.view.LiveView;
import io.helyos.orchestrator.view.Loading;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// The cluster as it was. Both questions read the journal from its beginning.
public final class Past {
  private static final int PAGE = 5_000;

  private Past() {}

  /// All entities as they stood at an instant: the fold of the events up to it, each with what led
  /// to it, as no event is older than its cause.
  public static CompletionStage<View> at(Instant time, Feed feed, Codec codec) {
    var view = new LiveView();
    return Loading.of(new Folding(view, codec), feed, row -> !row.recorded().time().isAfter(time))
        .thenApply(_ -> view);
  }

  /// When a change was commanded; empty when the journal has no such change.
  public static CompletionStage<Optional<Instant>> timeOf(String change, Feed feed) {
    return timeOf(change, feed, 0);
  }

  private static CompletionStage<Optional<Instant>> timeOf(String change, Feed feed, long after) {
    return feed.after(after, PAGE)
        .thenCompose(rows -> {
          var first =
              rows.stream().filter(row -> row.recorded().change().equals(change)).findFirst();
          return first.isPresent() || rows.size() < PAGE
              ? CompletableFuture.completedStage(first.map(row -> row.recorded().time()))
              : timeOf(change, feed, rows.getLast().offset());
        });
  }
}
