package io.helyos.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.PullResponseItem;
import io.helyos.model.port.RuntimeFailure;
import io.helyos.model.port.RuntimeFailure.Kind;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// One pull, to its end. The engine answers 200 as soon as it has begun; a failure after that is a
/// line of its progress.
final class ImagePull implements ResultCallback<PullResponseItem> {
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private final String image;
  private final Duration patience;
  private volatile long progressed = System.nanoTime();
  private volatile @Nullable Closeable stream;

  private ImagePull(String image, Duration patience) {
    this.image = image;
    this.patience = patience;
  }

  /// Blocks until the image is there, for as long as it makes progress.
  ///
  /// @param patience how long it may make none
  static void run(DockerClient docker, Credentials credentials, String image, Duration patience) {
    var reference = ImageReference.of(image);
    var pull = new ImagePull(image, patience);
    // Without a tag the engine would fetch every tag of the repository.
    var request = docker.pullImageCmd(reference.repository()).withTag(reference.version());
    credentials.forImage(reference).ifPresent(request::withAuthConfig);
    request.exec(pull);
    pull.awaitEnd();
  }

  private void awaitEnd() {
    while (!end.isDone()) {
      var left = patience.toNanos() - (System.nanoTime() - progressed);
      if (left <= 0) {
        giveUp();
      } else {
        awaitEnd(left);
      }
    }
    if (end.isCompletedExceptionally()) {
      throw end.exceptionNow() instanceof RuntimeException known
          ? known
          : new IllegalStateException(end.exceptionNow());
    }
  }

  private void awaitEnd(long nanos) {
    try {
      end.get(nanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException e) {
      // What has come in the meantime is seen by whoever waits.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end.completeExceptionally(e);
    }
  }

  /// Hanging up tells the engine to give up as well.
  private void giveUp() {
    end.completeExceptionally(
        failed(
            "no progress for %s: check the registry and the way to it"
                .formatted(
                    patience.toMinutes() > 0
                        ? patience.toMinutes() + " min"
                        : patience.toMillis() + " ms")));
    hangUp();
  }

  private void hangUp() {
    var open = stream;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        // It is gone already.
      }
    }
  }

  @Override
  public void onStart(Closeable opened) {
    stream = opened;
    if (end.isDone()) {
      // It was given up before the engine began to answer.
      hangUp();
    }
  }

  @Override
  public void onNext(PullResponseItem progress) {
    progressed = System.nanoTime();
    var error = progress.getErrorDetail();
    if (error != null && error.getMessage() != null) {
      end.completeExceptionally(failed(error.getMessage()));
    }
  }

  @Override
  public void onError(Throwable error) {
    end.completeExceptionally(
        switch (error) {
          case DockerException refusal ->
              failed(String.valueOf(Failures.translate(refusal).getMessage()));
          case IOException broken ->
              Failures.translate("pull " + image, new UncheckedIOException(broken));
          case RuntimeException other -> Failures.translate("pull " + image, other);
          default -> failed(String.valueOf(error.getMessage()));
        });
  }

  @Override
  public void onComplete() {
    end.complete(null);
  }

  @Override
  public void close() {
    // Nothing of its own to close: the stream ends with the pull.
  }

  private RuntimeFailure failed(String said) {
    // The engine reads the name only after it has begun to answer.
    var kind = said.startsWith("invalid reference format") ? Kind.INVALID : Kind.PULL_FAILED;
    return new RuntimeFailure(kind, "cannot pull %s: %s%s".formatted(image, said, advice(said)));
  }

  private static String advice(String said) {
    var words = said.toLowerCase(Locale.ROOT);
    var refused =
        words.contains("no basic auth credentials")
            || words.contains("unauthorized")
            || words.contains("denied");
    return refused ? " (log in on this node: docker login)" : "";
  }
}
