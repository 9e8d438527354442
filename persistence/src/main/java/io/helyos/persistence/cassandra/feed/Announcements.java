package io.helyos.persistence.cassandra.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// How far the entities of this daemon are, as long as the feed does not have it. Whoever reads the
/// feed can wait until it has what was durable before.
final class Announcements {
  private final Map<String, Long> open = new HashMap<>();
  private Map<String, Long> fresh = new HashMap<>();
  private final List<Waiter> waiters = new ArrayList<>();

  private record Waiter(Map<String, Long> missing, CompletableFuture<Void> settled) {
    boolean hears(Map<String, Long> held) {
      missing.entrySet().removeIf(one -> held.getOrDefault(one.getKey(), 0L) >= one.getValue());
      return missing.isEmpty();
    }
  }

  /// The entity is so far. Answers whether this is the first news since somebody has asked.
  synchronized boolean tell(String entity, long sequence) {
    open.merge(entity, sequence, Math::max);
    var isFirst = fresh.isEmpty();
    fresh.merge(entity, sequence, Math::max);
    return isFirst;
  }

  /// What nobody has asked for yet.
  synchronized Map<String, Long> fresh() {
    var asked = fresh;
    fresh = new HashMap<>();
    return asked;
  }

  /// What the feed does not have yet, as far as is known here.
  synchronized Map<String, Long> open() {
    return Map.copyOf(open);
  }

  void held(Map<String, Long> reached) {
    settle(reached).forEach(settled -> settled.complete(null));
  }

  private synchronized List<CompletableFuture<Void>> settle(Map<String, Long> reached) {
    reached.forEach((entity, sequence) -> open.remove(entity, older(entity, sequence)));
    var done = new ArrayList<CompletableFuture<Void>>();
    waiters.removeIf(waiter -> {
      if (waiter.settled().isDone()) return true;
      if (!waiter.hears(reached)) return false;
      done.add(waiter.settled());
      return true;
    });
    return done;
  }

  /// The position that is settled by this one; none when the entity is further by now.
  private long older(String entity, long sequence) {
    var told = open.getOrDefault(entity, 0L);
    return told <= sequence ? told : -1;
  }

  /// Completes when the feed has all that was told so far.
  synchronized CompletableFuture<Void> settled() {
    if (open.isEmpty()) return CompletableFuture.completedFuture(null);
    var waiter = new Waiter(new HashMap<>(open), new CompletableFuture<>());
    waiters.add(waiter);
    return waiter.settled();
  }
}
