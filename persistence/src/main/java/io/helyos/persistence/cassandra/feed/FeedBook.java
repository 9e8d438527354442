package io.helyos.persistence.cassandra.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What the writer of the feed knows: how far the feed has each entity, and how far the entities
/// are. It follows from the rows alone, so a writer that could append its next row had all of them.
final class FeedBook {
  /// So many offsets share a partition of the table. No row reaches from one into the next.
  static final long BUCKET = 100_000;

  private static final int MOST_RUNS = 1_000;

  private final Map<String, Long> heads = new HashMap<>();
  private final Map<String, Long> wanted = new LinkedHashMap<>();
  private long head;

  /// @param head the newest offset
  FeedBook(long head) {
    this.head = head;
  }

  long head() {
    return head;
  }

  /// The entity is so far, and its events up to there are durable.
  void tell(String entity, long sequence) {
    if (heads.getOrDefault(entity, -1L) < sequence) wanted.merge(entity, sequence, Math::max);
  }

  /// Entities that have told something while it is not known how far the feed has them.
  Set<String> unknown() {
    var unknown = new TreeSet<>(wanted.keySet());
    unknown.removeAll(heads.keySet());
    return unknown;
  }

  /// How far the feed has these entities; what is known already is as new at least.
  void learn(Map<String, Long> found) {
    found.forEach(heads::putIfAbsent);
    wanted.entrySet().removeIf(one -> heads.getOrDefault(one.getKey(), -1L) >= one.getValue());
  }

  /// Takes over what the entities have told to an earlier book.
  void takeOver(FeedBook earlier) {
    earlier.wanted.forEach(this::tell);
  }

  /// The row to append next, if there is something to append.
  Optional<FeedEntry> next() {
    var runs = new ArrayList<Run>();
    var room = BUCKET - head % BUCKET;
    for (var one : wanted.entrySet()) {
      if (room == 0 || runs.size() == MOST_RUNS) break;
      var has = heads.get(one.getKey());
      if (has == null) continue;
      var count = Math.min(room, one.getValue() - has);
      runs.add(new Run(one.getKey(), has + 1, (int) count));
      room -= count;
    }
    return runs.isEmpty() ? Optional.empty() : Optional.of(new FeedEntry(head + 1, runs));
  }

  /// The row stands in the feed.
  void appended(FeedEntry entry) {
    if (entry.first() != head + 1) {
      throw new IllegalStateException(
          "Expected the feed to go on at %d, found a row for %d."
              .formatted(head + 1, entry.first()));
    }
    head = entry.last();
    for (var run : entry.runs()) {
      heads.merge(run.entity(), run.last(), Math::max);
      wanted.computeIfPresent(
          run.entity(), (_, sequence) -> sequence <= run.last() ? null : sequence);
    }
  }

  /// Whether the feed has all of these.
  boolean has(Map<String, Long> reached) {
    return reached.entrySet().stream()
        .allMatch(one -> heads.getOrDefault(one.getKey(), -1L) >= one.getValue());
  }

  /// The book after these rows; `first` is where they begin.
  static FeedBook of(long before, List<FeedEntry> entries) {
    var book = new FeedBook(before);
    entries.forEach(book::appended);
    return book;
  }
}
