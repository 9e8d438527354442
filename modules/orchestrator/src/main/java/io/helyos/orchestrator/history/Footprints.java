package io.helyos.orchestrator.history;

import io.helyos.model.EntityId;
import io.helyos.model.journal.EncodedEvent;
import io.helyos.model.journal.FeedRow;
import io.helyos.model.port.Codec;
import io.helyos.model.port.Feed;
import io.helyos.model.undo.Footprint;
import io.helyos.model.undo.Trace;
import io.helyos.orchestrator.Orchestrator.Unavailable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// What a change did, read from the journal: first who it concerned, then each of these from its
/// beginning up to now.
public final class Footprints {
  private static final int PAGE = 5_000;
  private static final int ATTEMPTS = 5;
  private static final Executor LATER =
      CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS);

  private final Feed feed;
  private final Codec codec;

  public Footprints(Feed feed, Codec codec) {
    this.feed = feed;
    this.codec = codec;
  }

  /// The events that a change consists of itself, without what followed from them; empty when the
  /// journal has no such change.
  public CompletionStage<List<FeedRow>> rows(String change) {
    return rows(change, 0, new ArrayList<>());
  }

  /// The same of a change that somebody names. What another daemon has just written may take a
  /// moment to come into the feed.
  public CompletionStage<List<FeedRow>> awaited(String change) {
    return awaited(change, ATTEMPTS);
  }

  private CompletionStage<List<FeedRow>> awaited(String change, int attempts) {
    return rows(change)
        .thenCompose(rows ->
            rows.isEmpty() && attempts > 1
                ? CompletableFuture.supplyAsync(() -> attempts - 1, LATER)
                    .thenCompose(left -> awaited(change, left))
                : CompletableFuture.completedStage(rows));
  }

  private CompletionStage<List<FeedRow>> rows(String change, long after, List<FeedRow> found) {
    return feed.after(after, PAGE)
        .thenCompose(rows -> {
          rows.stream()
              .filter(row -> row.recorded().change().equals(change))
              .filter(row -> Trace.isCommanded(row.recorded()))
              .forEach(found::add);
          return rows.size() < PAGE
              ? CompletableFuture.completedStage(found)
              : rows(change, rows.getLast().offset(), found);
        });
  }

  /// The footprints of a change in the order in which it touched things.
  ///
  /// @param rows of the change
  public CompletionStage<List<Footprint>> of(String change, List<FeedRow> rows) {
    var entities = new LinkedHashSet<EntityId>();
    rows.forEach(row -> entities.add(row.entity()));
    CompletionStage<List<Footprint>> all = CompletableFuture.completedStage(new ArrayList<>());
    for (var entity : entities) {
      all = all.thenCombine(of(change, entity), Footprints::and);
    }
    return all;
  }

  private static List<Footprint> and(List<Footprint> some, Footprint next) {
    some.add(next);
    return some;
  }

  /// What a change did to one entity.
  public CompletionStage<Footprint> of(String change, EntityId entity) {
    return follow(new Trace(entity, change), entity, 0).thenApply(Trace::footprint);
  }

  private CompletionStage<Trace> follow(Trace trace, EntityId entity, long after) {
    return feed.of(entity, after, PAGE)
        .thenCompose(rows -> {
          rows.forEach(row -> trace.saw(row, decode(row)));
          return rows.size() < PAGE
              ? CompletableFuture.completedStage(trace)
              : follow(trace, entity, rows.getLast().sequence());
        });
  }

  private Object decode(FeedRow row) {
    return event(row, codec);
  }

  /// The event of a row. Of a thing that a newer build has written nothing can be concluded.
  public static Object event(FeedRow row, Codec codec) {
    var recorded = row.recorded();
    try {
      return codec.decode(new EncodedEvent(recorded.type(), recorded.version(), recorded.bytes()));
    } catch (Codec.UnknownEventException newer) {
      throw new Unavailable(
          "%s was written by a newer build of Helyos. Run that build again."
              .formatted(row.entity()));
    }
  }
}
