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
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// One pull, to its end. The engine answers 200 as soon as it has begun; a failure after that is a
/// line of its progress.
final class ImagePull implements ResultCallback<PullResponseItem> {
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private final String image;

  private ImagePull(String image) {
    this.image = image;
  }

  /// Blocks until the image is there.
  static void run(DockerClient docker, Credentials credentials, String image) {
    var reference = ImageReference.of(image);
    var pull = new ImagePull(image);
    // Without a tag the engine would fetch every tag of the repository.
    var request = docker.pullImageCmd(reference.repository()).withTag(reference.version());
    credentials.forImage(reference).ifPresent(request::withAuthConfig);
    request.exec(pull);
    try {
      pull.end.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  @Override
  public void onStart(Closeable stream) {
    // A pull goes on to its end: the engine would not stop for one that has lost interest.
  }

  @Override
  public void onNext(PullResponseItem progress) {
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
