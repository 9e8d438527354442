package io.helyos.docker;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// What a publisher gives, as a stream that a thread reads: a few pieces ahead and no more. Asks
/// for nothing before the first read.
final class PublishedInput implements AutoCloseable {
  private static final int AHEAD = 4;
  private static final byte[] END = {};

  private final Flow.Publisher<byte[]> publisher;
  private final BlockingQueue<byte[]> pieces = new ArrayBlockingQueue<>(AHEAD + 1);
  private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
  private volatile @Nullable Throwable failure;
  private byte[] present = END;
  private int at;
  private boolean begun;
  private boolean over;

  PublishedInput(Flow.Publisher<byte[]> publisher) {
    this.publisher = publisher;
  }

  InputStream stream() {
    return new Stream();
  }

  /// Whoever reads no further says so to the publisher.
  @Override
  public void close() {
    if (begun && !over) {
      var _ = subscription.thenAccept(Flow.Subscription::cancel);
    }
  }

  private boolean next() throws IOException {
    if (over) return false;
    if (!begun) {
      begun = true;
      publisher.subscribe(new Listener());
    }
    try {
      present = pieces.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    at = 0;
    over = present.length == 0;
    var broken = failure;
    if (over && broken != null) throw new IOException("what was to be copied broke off", broken);
    if (!over) subscription.join().request(1);
    return !over;
  }

  private final class Listener implements Flow.Subscriber<byte[]> {
    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription.complete(given);
      given.request(AHEAD);
    }

    @Override
    public void onNext(byte[] piece) {
      // Never more than were asked for, and one place is left for the end.
      if (piece.length > 0) pieces.add(piece);
      else subscription.join().request(1);
    }

    @Override
    public void onError(Throwable error) {
      failure = error;
      pieces.add(END);
    }

    @Override
    public void onComplete() {
      pieces.add(END);
    }
  }

  private final class Stream extends InputStream {
    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
      if (length == 0) return 0;
      if (at == present.length && !next()) return -1;
      var size = Math.min(length, present.length - at);
      System.arraycopy(present, at, to, from, size);
      at += size;
      return size;
    }
  }
}
