package io.helyos.persistence.cassandra.feed;

import java.util.List;

/// A row of the feed.
///
/// @param first the offset of its first event
record FeedEntry(long first, List<Run> runs) {
  FeedEntry {
    runs = List.copyOf(runs);
  }

  int count() {
    return runs.stream().mapToInt(Run::count).sum();
  }

  long last() {
    return first + count() - 1;
  }
}
