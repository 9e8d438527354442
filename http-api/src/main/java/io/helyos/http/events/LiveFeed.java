package io.helyos.http.events;

import io.helyos.model.journal.FeedRow;
import io.helyos.model.port.Feed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// The end of the feed, read once for all who watch it. It keeps the newest rows for those who are
/// a little behind; those who are farther behind read the feed themselves until they have caught
/// up.
final class LiveFeed {
  private static final int KEPT = 4_096;
  private static final int PAGE = 500;

  private final Feed feed;
  private final ArrayDeque<FeedRow> newest = new ArrayDeque<>();
  private final List<Waiter> waiters = new ArrayList<>();
  private long head;
  private boolean reading;
  private boolean stale = true;

  private record Waiter(long after, CompletableFuture<List<FeedRow>> rows) {}

  LiveFeed(Feed feed) {
    this.feed = feed;
    feed.onNews(this::onNews);
  }

  /// At least one row after this offset, as soon as there is one.
  CompletionStage<List<FeedRow>> next(long after) {
    CompletableFuture<List<FeedRow>> rows;
    synchronized (this) {
      if (after < head) {
        var first = newest.isEmpty() ? Long.MAX_VALUE : newest.getFirst().offset();
        if (first > after + 1) return feed.after(after, PAGE);
        return CompletableFuture.completedStage(
            newest.stream().filter(row -> row.offset() > after).limit(PAGE).toList());
      }
      rows = new CompletableFuture<>();
      waiters.add(new Waiter(after, rows));
    }
    read(false);
    return rows;
  }

  private void onNews() {
    read(true);
  }

  /// Reads on if there may be news and somebody waits for them.
  private void read(boolean news) {
    long from;
    synchronized (this) {
      stale |= news;
      if (reading || !stale || waiters.isEmpty()) return;
      reading = true;
      stale = false;
      var least = waiters.stream().mapToLong(Waiter::after).min().orElse(head);
      if (least > head) {
        newest.clear();
        head = least;
      }
      from = head;
    }
    feed.after(from, PAGE).whenComplete(this::onRows);
  }

  private void onRows(List<FeedRow> rows, Throwable failure) {
    var answers = new ArrayList<Runnable>();
    synchronized (this) {
      reading = false;
      if (failure != null) {
        stale = true;
        waiters.forEach(w -> answers.add(() -> w.rows().completeExceptionally(failure)));
        waiters.clear();
      } else if (!rows.isEmpty()) {
        stale = true;
        keep(rows);
        waiters.removeIf(waiter -> answered(waiter, rows, answers));
      }
    }
    answers.forEach(Runnable::run);
    if (failure == null) read(false);
  }

  private void keep(List<FeedRow> rows) {
    newest.addAll(rows);
    head = rows.getLast().offset();
    while (newest.size() > KEPT) newest.removeFirst();
  }

  private static boolean answered(Waiter waiter, List<FeedRow> rows, List<Runnable> answers) {
    var fitting = rows.stream().filter(row -> row.offset() > waiter.after()).toList();
    if (fitting.isEmpty()) return false;
    answers.add(() -> waiter.rows().complete(fitting));
    return true;
  }
}
