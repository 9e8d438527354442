package io.helyos.persistence.cassandra.feed;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import io.helyos.model.EntityId;
import io.helyos.model.journal.FeedRow;
import io.helyos.model.journal.Recorded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;

/// Follows the references of the feed into the journal.
final class FeedReader {
  private final FeedStore store;
  private final AtomicLong known = new AtomicLong();

  FeedReader(FeedStore store) {
    this.store = store;
  }

  CompletionStage<Long> head() {
    return store
        .feed()
        .head(known.get())
        .thenApply(head -> known.accumulateAndGet(head, Math::max));
  }

  CompletionStage<List<FeedRow>> after(long offset, int limit) {
    return store
        .feed()
        .after(offset, limit)
        .thenCompose(entries -> rows(places(entries, offset, limit)));
  }

  private static List<Place> places(List<FeedEntry> entries, long after, int limit) {
    var places = new ArrayList<Place>();
    for (var entry : entries) {
      var offset = entry.first();
      for (var run : entry.runs()) {
        for (var sequence = run.sequence(); sequence <= run.last(); sequence++, offset++) {
          if (places.size() == limit) return places;
          if (offset > after) places.add(new Place(run.entity(), sequence, offset));
        }
      }
    }
    return places;
  }

  CompletionStage<List<FeedRow>> of(EntityId entity, long sequence, int limit) {
    var name = entity.toString();
    return store
        .places()
        .checkpoint()
        .thenCompose(checkpoint ->
            store
                .places()
                .of(name, sequence, limit)
                .thenCombine(
                    store.feed().after(checkpoint, Integer.MAX_VALUE),
                    (noted, tail) -> {
                      addTail(noted, places(tail, checkpoint, Integer.MAX_VALUE), name, sequence);
                      return noted;
                    }))
        .thenCompose(offsets ->
            rows(
                offsets.entrySet().stream()
                    .limit(limit)
                    .map(one -> new Place(name, one.getKey(), one.getValue()))
                    .toList()));
  }

  CompletionStage<SortedMap<Long, Recorded>> stored(EntityId entity, long from, long to) {
    return store.journal().events(entity.toString(), from, to).thenApply(events -> events);
  }

  private static void addTail(
      NavigableMap<Long, Long> offsets, List<Place> tail, String entity, long sequence) {
    for (var place : tail) {
      if (place.entity().equals(entity) && place.sequence() > sequence) {
        offsets.put(place.sequence(), place.offset());
      }
    }
  }

  /// Reads each entity's events at once; they come back in the order of the feed.
  private CompletionStage<List<FeedRow>> rows(List<Place> places) {
    var wanted =
        places.stream()
            .collect(
                groupingBy(Place::entity, mapping(Place::sequence, toCollection(TreeSet::new))));
    return Gather.each(
            wanted.entrySet(),
            one ->
                store
                    .journal()
                    .events(one.getKey(), one.getValue().first(), one.getValue().last())
                    .thenApply(events -> Map.entry(one.getKey(), events)))
        .thenApply(found -> {
          var events = new HashMap<String, NavigableMap<Long, Recorded>>();
          found.forEach(one -> events.put(one.getKey(), one.getValue()));
          return places.stream()
              .sorted(Comparator.comparingLong(Place::offset))
              .map(place -> row(place, events))
              .toList();
        });
  }

  private static FeedRow row(Place place, Map<String, NavigableMap<Long, Recorded>> events) {
    var recorded = events.getOrDefault(place.entity(), new TreeMap<>()).get(place.sequence());
    if (recorded == null) {
      throw new IllegalStateException(
          "The feed has %s@%d at offset %d, but the journal lacks it. Is a server of Cassandra missing?"
              .formatted(place.entity(), place.sequence(), place.offset()));
    }
    return new FeedRow(place.offset(), EntityId.parse(place.entity()), place.sequence(), recorded);
  }
}
