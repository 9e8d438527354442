package io.helyos.client.stream;

import io.helyos.client.failure.FailureKind;
import io.helyos.client.failure.HelyosException;
import io.helyos.client.http.Call;
import io.helyos.client.http.Wire;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The lines of containers, in the order in which the daemon sends them. When the connection
/// breaks, be it that the daemon was restarted or that it has cut off a reader that took nothing
/// for long, the stream goes on after the last line that was given: none is missed, none comes
/// twice.
public final class LogStream implements AutoCloseable {
  /// In a row, without a line in between.
  private static final int TRIES = 12;

  private final Wire wire;
  private final LogQuery query;
  private SseReader frames;
  private Optional<String> last = Optional.empty();
  private int tries;

  private LogStream(Wire wire, LogQuery query, SseReader frames) {
    this.wire = wire;
    this.query = query;
    this.frames = frames;
  }

  public static LogStream open(Wire wire, LogQuery query) {
    try {
      return new LogStream(wire, query, connect(wire, query, Optional.empty()));
    } catch (IOException e) {
      throw wire.unreachable(e);
    }
  }

  /// Waits for the next line; null at the end.
  public @Nullable LogEntry next() {
    while (true) {
      try {
        var frame = frames.next();
        last = frames.lastId().or(() -> last);
        if (frame == null) return null;
        tries = 0;
        return LogEntry.of(frame);
      } catch (IOException e) {
        last = frames.lastId().or(() -> last);
        close();
        if (!reconnect(e)) return null;
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

  /// False when what was read is no longer there.
  private boolean reconnect(IOException broken) {
    while (true) {
      if (++tries > TRIES) throw wire.unreachable(broken);
      try {
        TimeUnit.MILLISECONDS.sleep(Math.min(50L << tries, 5_000));
        frames = connect(wire, query, last);
        return true;
      } catch (IOException e) {
        if (tries >= TRIES) throw wire.unreachable(e);
      } catch (HelyosException e) {
        if (e.kind() == FailureKind.NOT_FOUND) return false;
        if (tries >= TRIES || !e.kind().isPassing()) throw e;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw wire.unreachable(new IOException("interrupted", e));
      }
    }
  }

  private static SseReader connect(Wire wire, LogQuery query, Optional<String> last)
      throws IOException {
    return new SseReader(wire.open(Call.stream(query.route(), last)));
  }
}
