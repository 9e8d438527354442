package io.helyos.orchestrator.agent;

import io.helyos.model.port.LogLine;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;

/// Collects the last lines of a log that ends.
final class LastWords implements Flow.Subscriber<LogLine> {
  /// An engine that does not give them in this time keeps nobody from a restart.
  private static final long SECONDS = 5;

  /// A line in an event is cut to this length; the whole one is in the container's log.
  private static final int LINE = 512;

  private final Deque<String> lines = new ArrayDeque<>();
  private final CompletableFuture<List<String>> done = new CompletableFuture<>();
  private final int most;

  private LastWords(int most) {
    this.most = most;
  }

  static CompletionStage<List<String>> of(Flow.Publisher<LogLine> log, int most) {
    var words = new LastWords(most);
    log.subscribe(words);
    return words.done.orTimeout(SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public synchronized void onNext(LogLine line) {
    if (lines.size() == most) lines.removeFirst();
    var text = line.text();
    lines.addLast(text.length() > LINE ? text.substring(0, LINE) + "..." : text);
  }

  @Override
  public synchronized void onComplete() {
    done.complete(List.copyOf(lines));
  }

  @Override
  public void onError(Throwable failure) {
    done.completeExceptionally(failure);
  }
}
