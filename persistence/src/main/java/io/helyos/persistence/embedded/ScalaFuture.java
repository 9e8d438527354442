package io.helyos.persistence.embedded;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.pekko.dispatch.Futures;
import org.jspecify.annotations.Nullable;
import scala.concurrent.Future;
import scala.concurrent.Promise;

/// Hands a result to Pekko with the failure as it was, not wrapped for the journey.
final class ScalaFuture {
  private ScalaFuture() {}

  static <R, T extends R> Future<R> of(CompletableFuture<T> result) {
    var promise = Futures.<R>promise();
    var _ = result.whenComplete((value, failure) -> complete(promise, value, failure));
    return promise.future();
  }

  private static <R> void complete(Promise<R> promise, R value, @Nullable Throwable failure) {
    if (failure == null) promise.success(value);
    else promise.failure(unwrapped(failure));
  }

  private static Throwable unwrapped(Throwable failure) {
    var cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }
}
