package io.helyos.simulator;

import io.helyos.model.port.LogLine;
import io.helyos.model.port.LogQuery;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Set;

/// What one container has written, and those who follow it. Guarded by the engine's lock.
final class ProcessLog {
  private static final int MOST_LINES = 10_000;
  private static final int PIECE = 16 * 1024;

  private final EngineLock lock;
  private final ArrayDeque<LogLine> lines = new ArrayDeque<>(0);
  private final Set<Outlet<LogLine>> followers = new LinkedHashSet<>(0);

  ProcessLog(EngineLock lock) {
    this.lock = lock;
  }

  void write(Instant time, boolean stderr, String text) {
    var begin = 0;
    do {
      var end = Math.min(text.length(), begin + PIECE);
      add(new LogLine(time, stderr, text.substring(begin, end)));
      begin = end;
    } while (begin < text.length());
  }

  void read(LogQuery query, boolean running, Outlet<LogLine> reader) {
    var wanted =
        lines.stream()
            .filter(line -> query.since().map(since -> !line.time().isBefore(since)).orElse(true))
            .toList();
    var skipped = query.tail() < 0 ? 0 : Math.max(0, wanted.size() - query.tail());
    wanted.subList(skipped, wanted.size()).forEach(reader::offer);
    if (query.follow() && running) {
      followers.add(reader);
    } else {
      reader.complete();
    }
    lock.afterwards(reader::drain);
  }

  void forget(Outlet<LogLine> reader) {
    followers.remove(reader);
  }

  /// The process has ended, and so does every log that is followed.
  void end() {
    for (var follower : followers) {
      follower.complete();
      lock.afterwards(follower::drain);
    }
    followers.clear();
  }

  private void add(LogLine line) {
    if (lines.size() == MOST_LINES) {
      lines.removeFirst();
    }
    lines.add(line);
    for (var follower : followers) {
      follower.offer(line);
      lock.afterwards(follower::drain);
    }
  }
}
