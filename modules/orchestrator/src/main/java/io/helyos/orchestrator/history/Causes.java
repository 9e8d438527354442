package io.helyos.orchestrator.history;

import io.helyos.model.EntityId;
import io.helyos.model.journal.FeedRow;
import io.helyos.model.port.Feed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// The way from an event back to the command that it follows from.
///
/// Causes lie in the past, and mostly with the same few entities, so that a page of what came
/// before an event has most of its causes.
public final class Causes {
  /// Longer chains are cut off at this length; only a pod that has crashed for weeks has one.
  public static final int MOST = 2_000;

  private static final int PAGE = 100;

  private final Feed feed;
  private final Map<Place, FeedRow> known = new HashMap<>();
  private final List<FeedRow> chain = new ArrayList<>();

  private record Place(EntityId entity, long sequence) {
    /// Reads `entity@sequence`.
    static Place of(String cause) {
      var at = cause.lastIndexOf('@');
      return new Place(
          EntityId.parse(cause.substring(0, at)), Long.parseLong(cause.substring(at + 1)));
    }
  }

  private Causes(Feed feed) {
    this.feed = feed;
  }

  /// The event, its cause, the cause of that, and so on; the root is the last. Empty when there is
  /// no such event.
  public static CompletionStage<List<FeedRow>> of(Feed feed, EntityId entity, long sequence) {
    return new Causes(feed).from(new Place(entity, sequence));
  }

  private CompletionStage<List<FeedRow>> from(Place first) {
    var next = Optional.of(first);
    while (next.isPresent() && chain.size() < MOST) {
      var row = known.get(next.get());
      if (row == null) return read(next.get());
      chain.add(row);
      next = Optional.of(row.recorded().cause()).filter(cause -> !cause.isEmpty()).map(Place::of);
    }
    return CompletableFuture.completedStage(chain);
  }

  private CompletionStage<List<FeedRow>> read(Place place) {
    return feed.of(place.entity(), Math.max(0, place.sequence() - PAGE), PAGE)
        .thenCompose(rows -> {
          rows.forEach(row -> known.put(new Place(row.entity(), row.sequence()), row));
          return known.containsKey(place) ? from(place) : CompletableFuture.completedStage(chain);
        });
  }
}
