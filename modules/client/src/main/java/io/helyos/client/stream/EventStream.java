package io.helyos.client.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.helyos.client.failure.HelyosException;
import io.helyos.client.http.Call;
import io.helyos.client.http.Wire;
import io.helyos.client.stream.StreamNews.Disconnected;
import io.helyos.client.stream.StreamNews.Ended;
import io.helyos.client.stream.StreamNews.Happened;
import io.helyos.client.stream.StreamNews.Reconnected;
import io.helyos.contract.resource.EventResource;
import io.helyos.contract.resource.WireFormat;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The events of the journal as they happen. A thread of its own reads them, so that the caller can
/// wait with a deadline; when it reads too slowly, the daemon waits.
public final class EventStream implements AutoCloseable {
  private static final int AHEAD = 4_096;

  private final ObjectMapper json = WireFormat.answers();
  private final BlockingQueue<StreamNews> news = new ArrayBlockingQueue<>(AHEAD);
  private final Wire wire;
  private final EventQuery query;
  private final Duration patience;
  private final Thread reader;
  private volatile boolean closed;
  private long offset = -1;

  private EventStream(Wire wire, EventQuery query, Duration patience, SseReader first) {
    this.wire = wire;
    this.query = query;
    this.patience = patience;
    this.reader = Thread.ofPlatform().daemon().name("helyos-events").unstarted(() -> run(first));
  }

  /// Connects before it returns: what happens from then on is seen, and a refusal is thrown here.
  ///
  /// @param patience how long a lost connection is tried again before the stream ends
  public static EventStream open(Wire wire, EventQuery query, Duration patience) {
    try {
      var call = Call.stream(query.route(), Optional.empty());
      var stream = new EventStream(wire, query, patience, new SseReader(wire.open(call)));
      stream.reader.start();
      return stream;
    } catch (IOException e) {
      throw wire.unreachable(e);
    }
  }

  /// The next news, or null when there is none in time.
  public @Nullable StreamNews poll(Duration wait) throws InterruptedException {
    return news.poll(Math.max(wait.toNanos(), 0), TimeUnit.NANOSECONDS);
  }

  /// Returns at once; the reading thread ends by itself.
  @Override
  public void close() {
    closed = true;
    reader.interrupt();
  }

  private void run(SseReader first) {
    try {
      SseReader frames = first;
      while (!closed) {
        var reason = drain(frames);
        if (closed) return;
        news.put(new Disconnected(reason));
        frames = reconnect();
        news.put(new Reconnected(offset >= 0 || query.after().isPresent()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (HelyosException e) {
      // The last word must not wait for a reader that has gone away with a full queue.
      if (!closed && !news.offer(new Ended(e))) interruptibly(new Ended(e));
    }
  }

  private void interruptibly(StreamNews last) {
    try {
      news.put(last);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Reads to the end and says why it ended.
  private String drain(SseReader frames) throws InterruptedException {
    try (frames) {
      for (var frame = frames.next(); frame != null && !closed; frame = frames.next()) {
        take(frame);
      }
      return "the daemon ended the stream";
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private void take(SseFrame frame) throws IOException, InterruptedException {
    var tree = json.readTree(frame.data());
    if (tree.has("warning")) {
      news.put(new Reconnected(false));
      return;
    }
    var event = json.treeToValue(tree, EventResource.class);
    // After a reconnect the joint may come twice.
    if (event.offset() > 0 && event.offset() <= offset) return;
    if (event.offset() > 0) offset = event.offset();
    news.put(new Happened(event));
  }

  private SseReader reconnect() throws InterruptedException {
    var deadline = System.nanoTime() + patience.toNanos();
    for (var wait = 100L; ; wait = Math.min(wait * 2, 2_000)) {
      TimeUnit.MILLISECONDS.sleep(wait);
      try {
        var last = offset < 0 ? Optional.<String>empty() : Optional.of(Long.toString(offset));
        return new SseReader(wire.open(Call.stream(query.route(), last)));
      } catch (IOException e) {
        if (System.nanoTime() - deadline > 0) throw wire.unreachable(e);
      } catch (HelyosException e) {
        if (!e.kind().isPassing() || System.nanoTime() - deadline > 0) throw e;
      }
    }
  }
}
