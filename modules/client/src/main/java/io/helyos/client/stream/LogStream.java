package io.helyos.client.stream;

import io.helyos.client.failure.HelyosException;
import io.helyos.client.http.Call;
import io.helyos.client.http.Wire;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The lines of a deployment's containers, in the order in which the daemon sends them. When the
/// connection of a followed stream breaks, it asks again from the last line on and leaves out what
/// it already gave.
public final class LogStream implements AutoCloseable {
  private static final int TRIES = 12;

  private final Wire wire;
  private final LogQuery query;
  private final Map<String, Instant> last = new HashMap<>();
  private Map<String, Instant> given = Map.of();
  private SseReader frames;

  private LogStream(Wire wire, LogQuery query, SseReader frames) {
    this.wire = wire;
    this.query = query;
    this.frames = frames;
  }

  public static LogStream open(Wire wire, LogQuery query) {
    try {
      return new LogStream(wire, query, connect(wire, query));
    } catch (IOException e) {
      throw wire.unreachable(e);
    }
  }

  /// Waits for the next line; null at the end.
  public @Nullable LogEntry next() {
    while (true) {
      try {
        var frame = frames.next();
        if (frame == null) return null;
        var entry = LogEntry.of(frame);
        if (isNew(entry)) return entry;
      } catch (IOException e) {
        // Without times there is no place to go on from, and lines would come twice.
        if (!query.follow() || last.isEmpty()) throw wire.unreachable(e);
        reconnect();
      }
    }
  }

  @Override
  public void close() {
    try {
      frames.close();
    } catch (IOException e) {
      // The connection is gone, which is what was wanted.
    }
  }

  private boolean isNew(LogEntry entry) {
    if (entry.time().isEmpty()) return true;
    var time = entry.time().get();
    var before = given.get(entry.pod());
    if (before != null && !time.isAfter(before)) return false;
    last.merge(entry.pod(), time, (a, b) -> a.isAfter(b) ? a : b);
    return true;
  }

  private void reconnect() {
    // Pods stand at different places; the earliest of their last lines misses nothing.
    var from = last.values().stream().min(Instant::compareTo).map(Instant::toString);
    var rest = query.since(from.or(query::since)).last(Optional.empty());
    var wait = 100L;
    for (var n = 1; ; n++, wait = Math.min(wait * 2, 5_000)) {
      try {
        TimeUnit.MILLISECONDS.sleep(wait);
        frames = connect(wire, rest);
        given = Map.copyOf(last);
        return;
      } catch (IOException e) {
        if (n >= TRIES) throw wire.unreachable(e);
      } catch (HelyosException e) {
        if (n >= TRIES || !e.kind().isPassing()) throw e;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw wire.unreachable(new IOException("interrupted", e));
      }
    }
  }

  private static SseReader connect(Wire wire, LogQuery query) throws IOException {
    return new SseReader(wire.open(Call.stream(query.route(), Optional.empty())));
  }
}
