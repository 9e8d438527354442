package io.helyos.daemon.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.helyos.daemon.harness.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/// A reader of all events. When the daemon that it reads from is gone, it goes on at the next one,
/// behind what it has read.
final class EventReader implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PAUSE_NANOS = 200_000_000;

  /// Which event was read, and the place that it had.
  record Seen(long offset, String entity, long sequence) {}

  private final List<Api> daemons;
  private final List<Seen> read = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private volatile boolean over;

  EventReader(Api... daemons) {
    this.daemons = List.of(daemons);
    this.thread = Thread.ofVirtual().start(this::follow);
  }

  private void follow() {
    for (var round = 0; !over; round++) {
      var last = read.isEmpty() ? 0 : read.getLast().offset();
      try (var lines = daemons.get(round % daemons.size()).events(last)) {
        lines.takeWhile(_ -> !over).forEach(this::take);
      } catch (IOException | UncheckedIOException broken) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private void take(String line) {
    if (line.isBlank()) return;
    try {
      var event = JSON.readTree(line);
      read.add(
          new Seen(
              event.get("offset").asLong(),
              event.get("entity").asText(),
              event.get("sequence").asLong()));
    } catch (JsonProcessingException e) {
      throw new AssertionError("Expected an event, found " + line, e);
    }
  }

  /// In the order in which they came.
  List<Seen> read() {
    return List.copyOf(read);
  }

  @Override
  public void close() {
    over = true;
    thread.interrupt();
  }
}
