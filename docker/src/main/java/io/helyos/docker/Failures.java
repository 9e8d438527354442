package io.helyos.docker;

import com.github.dockerjava.api.exception.DockerException;
import io.helyos.model.port.RuntimeFailure;
import io.helyos.model.port.RuntimeFailure.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;

/// Whatever goes wrong on the way to the engine, as failures of the port: a kind to act on, and
/// words for a person.
final class Failures {
  private static final Pattern STATUS = Pattern.compile("^Status \\d+: ");

  /// A unix socket's connection fails with the general exception and the kernel's words.
  private static final Pattern NO_SOCKET =
      Pattern.compile("No such file or directory|Permission denied|Connection refused");

  private Failures() {}

  static RuntimeFailure translate(RuntimeException e) {
    return switch (e) {
      case RuntimeFailure failure -> failure;
      case DockerException refusal ->
          Refusals.of(
              refusal.getHttpStatus(), STATUS.matcher(words(refusal)).replaceFirst(""), refusal);
      default -> ofTransport(e);
    };
  }

  /// As [#translate(RuntimeException)]; a failure without words of its own says what was tried.
  static RuntimeFailure translate(String what, RuntimeException e) {
    var failure = translate(e);
    return switch (failure.kind()) {
      case UNREACHABLE, UNKNOWN_OUTCOME ->
          new RuntimeFailure(failure.kind(), what + ": " + failure.getMessage(), e);
      default -> failure;
    };
  }

  /// The same call, failing with the failure itself and not with a wrapping of it.
  static <T> CompletableFuture<T> unwrapped(CompletableFuture<T> call) {
    var bare = new CompletableFuture<T>();
    var _ =
        call.whenComplete((result, failure) -> {
          if (failure == null) {
            bare.complete(result);
          } else {
            bare.completeExceptionally(
                failure instanceof CompletionException && failure.getCause() != null
                    ? failure.getCause()
                    : failure);
          }
        });
    return bare;
  }

  private static RuntimeFailure ofTransport(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (isNoConnection(cause)) {
        return new RuntimeFailure(
            Kind.UNREACHABLE,
            "the Docker engine cannot be reached (%s): check that it runs and that this user may use it"
                .formatted(words(cause)),
            e);
      }
      if (cause instanceof IOException) {
        return new RuntimeFailure(
            Kind.UNKNOWN_OUTCOME,
            "the connection to the Docker engine broke before an answer came ("
                + words(cause)
                + "); it may have done it",
            e);
      }
    }
    var kind = e instanceof IllegalArgumentException ? Kind.INVALID : Kind.ENGINE_ERROR;
    return new RuntimeFailure(kind, words(e), e);
  }

  /// Failures from which it is certain that nothing was sent.
  private static boolean isNoConnection(Throwable cause) {
    return cause instanceof ConnectException
        || cause instanceof UnknownHostException
        || cause instanceof NoRouteToHostException
        || cause instanceof NoSuchFileException
        || (cause instanceof SocketException && NO_SOCKET.matcher(words(cause)).find())
        || cause.getClass().getSimpleName().equals("ConnectTimeoutException");
  }

  private static String words(Throwable e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
