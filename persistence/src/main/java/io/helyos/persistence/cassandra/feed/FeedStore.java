package io.helyos.persistence.cassandra.feed;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/// All tables that the writer of the feed works on.
record FeedStore(FeedTable feed, PlacesTable places, JournalTable journal) {
  FeedStore(Cql cql) {
    this(new FeedTable(cql), new PlacesTable(cql), new JournalTable(cql));
  }

  /// What the feed is like now.
  ///
  /// @param tail what is behind the checkpoint of the places
  record Opening(FeedBook book, List<FeedEntry> tail) {}

  CompletionStage<Opening> open() {
    return places
        .checkpoint()
        .thenCompose(checkpoint ->
            feed.after(checkpoint, Integer.MAX_VALUE)
                .thenApply(tail -> new Opening(FeedBook.of(checkpoint, tail), tail)));
  }

  /// How far the places have these entities.
  CompletionStage<Map<String, Long>> heads(Collection<String> entities) {
    return Gather.each(
            entities, entity -> places.head(entity).thenApply(head -> Map.entry(entity, head)))
        .thenApply(heads -> heads.stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }
}
