package io.helyos.client.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.SubmissionPublisher;
import org.jspecify.annotations.Nullable;

/// A request's body that is written while it is sent, a few pieces ahead of the connection.
final class WrittenBody implements Flow.Publisher<ByteBuffer> {
  private static final int PIECE = 64 * 1024;
  private static final int AHEAD = 8;

  private final Content content;
  private volatile @Nullable Exception failure;

  WrittenBody(Content content) {
    this.content = content;
  }

  /// Why it could not be written, if it was not the connection's fault.
  Optional<Exception> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    var pieces = new SubmissionPublisher<ByteBuffer>(ForkJoinPool.commonPool(), AHEAD);
    pieces.subscribe(subscriber);
    Thread.ofVirtual().name("upload").start(() -> write(pieces));
  }

  private void write(SubmissionPublisher<ByteBuffer> pieces) {
    try (var out = new BufferedOutputStream(new Pieces(pieces), PIECE)) {
      content.writeTo(out);
    } catch (IOException | RuntimeException e) {
      if (pieces.hasSubscribers()) failure = e;
      pieces.closeExceptionally(e);
      return;
    }
    pieces.close();
  }

  private static final class Pieces extends OutputStream {
    private final SubmissionPublisher<ByteBuffer> pieces;

    Pieces(SubmissionPublisher<ByteBuffer> pieces) {
      this.pieces = pieces;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      for (var at = from; at < from + length; at += PIECE) {
        // Whoever sends it has gone; the answer says why.
        if (!pieces.hasSubscribers()) throw new IOException("nobody takes it any more");
        var to = Math.min(from + length, at + PIECE);
        pieces.submit(ByteBuffer.wrap(Arrays.copyOfRange(bytes, at, to)));
      }
    }
  }
}
