package io.helyos.persistence.cassandra.feed;

import java.util.ArrayList;
import java.util.List;

/// Rows of the feed whose places are not noted yet, the oldest first.
final class Segment {
  /// Keeps one note within what the database likes to write at once.
  private static final int MOST = 500;

  private final List<FeedEntry> entries = new ArrayList<>();
  private boolean isBeingNoted;

  /// Begins anew with these.
  void begin(List<FeedEntry> tail) {
    entries.clear();
    entries.addAll(tail);
    isBeingNoted = false;
  }

  void add(FeedEntry entry) {
    entries.add(entry);
  }

  /// What is to be noted now; nothing while something is.
  List<FeedEntry> next() {
    if (isBeingNoted || entries.isEmpty()) return List.of();
    isBeingNoted = true;
    return List.copyOf(entries.subList(0, Math.min(MOST, entries.size())));
  }

  /// What stands up to this offset is noted.
  void noted(long offset) {
    entries.removeIf(entry -> entry.last() <= offset);
    isBeingNoted = false;
  }

  /// What was to be noted was not.
  void again() {
    isBeingNoted = false;
  }
}
