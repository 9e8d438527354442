package io.helyos.http;

import io.helyos.model.PodId;
import io.helyos.model.port.LogLine;
import io.helyos.model.port.LogQuery;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;

/// Containers that have written a few lines and then ended.
final class FakeLogs {
  static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private final Map<PodId, List<LogLine>> lines = new ConcurrentHashMap<>();
  final List<LogQuery> queries = new CopyOnWriteArrayList<>();

  void write(PodId pod, String... texts) {
    lines.put(pod, List.of(texts).stream().map(text -> new LogLine(NOON, false, text)).toList());
  }

  Flow.Publisher<LogLine> of(PodId pod, LogQuery query) {
    queries.add(query);
    return subscriber ->
        subscriber.onSubscribe(new Reading(Optional.ofNullable(lines.get(pod)), subscriber));
  }

  /// One reader of one log.
  private static final class Reading implements Flow.Subscription {
    private final Deque<LogLine> rest = new ArrayDeque<>();
    private final boolean missing;
    private final Flow.Subscriber<? super LogLine> subscriber;
    private boolean over;

    Reading(Optional<List<LogLine>> lines, Flow.Subscriber<? super LogLine> subscriber) {
      this.missing = lines.isEmpty();
      lines.ifPresent(rest::addAll);
      this.subscriber = subscriber;
    }

    @Override
    public void request(long n) {
      for (var i = 0L; i < n && !over && !rest.isEmpty(); i++)
        subscriber.onNext(rest.removeFirst());
      if (over || !rest.isEmpty()) return;
      over = true;
      if (missing) subscriber.onError(new NoSuchElementException("no container"));
      else subscriber.onComplete();
    }

    @Override
    public void cancel() {
      over = true;
    }
  }
}
