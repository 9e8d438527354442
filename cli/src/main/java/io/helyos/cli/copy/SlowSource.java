package io.helyos.cli.copy;

import io.helyos.client.http.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// What comes on standard input, as slowly as it likes. A daemon takes a silent connection for a
/// dead one, so the last piece is held back and, while nothing follows, sent byte by byte.
final class SlowSource implements Content {
  private static final int PIECE = 64 * 1024;
  private static final int AHEAD = 4;

  private final InputStream in;
  private final Duration pace;
  private final BlockingQueue<Read> read = new ArrayBlockingQueue<>(AHEAD);
  private byte[] kept = {};

  /// @param bytes none at the end
  private record Read(byte[] bytes, Optional<IOException> failure) {}

  /// @param pace less than a daemon bears silence
  SlowSource(InputStream in, Duration pace) {
    this.in = in;
    this.pace = pace;
  }

  /// Waits until there is something to send, or until it is known that nothing will come.
  SlowSource awaited() throws IOException {
    kept = in.readNBytes(1);
    return this;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    // Standard input cannot be asked whether anything is there: somebody else waits for it.
    Thread.ofPlatform().daemon().name("standard-input").start(this::readAll);
    for (var piece = next(out); piece.length > 0; piece = next(out)) {
      out.write(kept);
      kept = piece;
    }
    out.write(kept);
  }

  private void readAll() {
    try {
      var goesOn = true;
      while (goesOn) {
        var next = piece();
        read.put(next);
        goesOn = next.bytes().length > 0;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Read piece() {
    try {
      var bytes = new byte[PIECE];
      return new Read(Arrays.copyOf(bytes, Math.max(0, in.read(bytes))), Optional.empty());
    } catch (IOException e) {
      return new Read(new byte[0], Optional.of(e));
    }
  }

  private byte[] next(OutputStream out) throws IOException {
    try {
      var next = read.poll(pace.toMillis(), TimeUnit.MILLISECONDS);
      while (next == null) {
        drip(out);
        next = read.poll(pace.toMillis(), TimeUnit.MILLISECONDS);
      }
      if (next.failure().isPresent()) throw next.failure().get();
      return next.bytes();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while reading standard input", e);
    }
  }

  private void drip(OutputStream out) throws IOException {
    if (kept.length == 0) return;
    out.write(kept[0]);
    out.flush();
    kept = Arrays.copyOfRange(kept, 1, kept.length);
  }
}
