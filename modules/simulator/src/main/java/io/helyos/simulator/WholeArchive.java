package io.helyos.simulator;

import io.helyos.model.port.RuntimeFailure;
import io.helyos.model.port.RuntimeFailure.Kind;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/// An archive on its way into a simulated container, and cut into pieces on its way out. Nothing
/// here has a disk, so it is held as a whole.
final class WholeArchive implements Flow.Subscriber<byte[]> {
  private static final int PIECE = 64 * 1024;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
  private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();

  private WholeArchive() {}

  static CompletableFuture<byte[]> of(Flow.Publisher<byte[]> published) {
    var archive = new WholeArchive();
    published.subscribe(archive);
    return archive.whole;
  }

  static void pour(byte[] archive, Outlet<byte[]> into) {
    for (var from = 0; from < archive.length; from += PIECE) {
      into.offer(Arrays.copyOfRange(archive, from, Math.min(archive.length, from + PIECE)));
    }
    into.complete();
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription.complete(given);
    given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(byte[] piece) {
    if (bytes.size() + piece.length <= 2 * SimulatedFiles.MOST_BYTES) {
      bytes.writeBytes(piece);
      return;
    }
    subscription.join().cancel();
    onError(new IllegalArgumentException("it is too large for a simulated container"));
  }

  @Override
  public void onError(Throwable error) {
    whole.completeExceptionally(
        new RuntimeFailure(Kind.INVALID, "the archive broke off: " + error.getMessage(), error));
  }

  @Override
  public void onComplete() {
    whole.complete(bytes.toByteArray());
  }
}
