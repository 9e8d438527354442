package io.helyos.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.jspecify.annotations.Nullable;

/// What the engine and the transport say, as failures of the port: a kind to act on, and words for
/// a person.
final class Failures {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern STATUS = Pattern.compile("^Status \\d+: ");

  /// What runc says is wrapped in the name of everyone who passed it on.
  private static final Pattern CANNOT_EXECUTE =
      Pattern.compile(
          "(?s)OCI runtime create failed.*?(exec: .*?|error mounting .*?)(: unknown)?$");

  private static final Pattern PORT_TAKEN =
      Pattern.compile(
          "(?s).*?([0-9.]+|\\[?[0-9a-f:]*::[0-9a-f:]*]?):(\\d+)(/\\w+)?"
              + "( failed: port is already allocated|: bind: address already in use).*");

  /// A unix socket's connection fails with the general exception and the kernel's words.
  private static final Pattern NO_SOCKET =
      Pattern.compile("No such file or directory|Permission denied|Connection refused");

  private Failures() {}

  static RuntimeFailure translate(RuntimeException e) {
    return switch (e) {
      case RuntimeFailure failure -> failure;
      case DockerException refusal ->
          of(refusal.getHttpStatus(), STATUS.matcher(words(refusal)).replaceFirst(""), refusal);
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

  /// An answer that is no success.
  static RuntimeFailure of(int status, String body, @Nullable Throwable cause) {
    var said = message(body);
    var kind = kind(status, said);
    return cause == null
        ? new RuntimeFailure(kind, explain(kind, said))
        : new RuntimeFailure(kind, explain(kind, said), cause);
  }

  /// The engine's words without their JSON wrapping.
  static String message(String body) {
    try {
      var message = JSON.readTree(body).path("message").asText();
      return message.isBlank() ? plain(body) : plain(message);
    } catch (JsonProcessingException e) {
      return plain(body);
    }
  }

  private static String plain(String text) {
    return text.isBlank() ? "the Docker engine gave no reason" : text.strip();
  }

  private static Kind kind(int status, String said) {
    if (PORT_TAKEN.matcher(said).matches()) {
      return Kind.PORT_TAKEN;
    }
    return switch (status) {
      case 400 -> Kind.INVALID;
      case 404 -> missing(said);
      case 409 ->
          said.contains("already in use by container") ? Kind.NAME_TAKEN : Kind.ENGINE_ERROR;
      default -> said.contains("OCI runtime create failed") ? Kind.INVALID : Kind.ENGINE_ERROR;
    };
  }

  private static Kind missing(String said) {
    if (said.startsWith("No such image") || said.contains("no such image")) {
      return Kind.IMAGE_MISSING;
    }
    // The network of a container is missing, not the container.
    return said.startsWith("network ") ? Kind.INVALID : Kind.NOT_FOUND;
  }

  private static String explain(Kind kind, String said) {
    return switch (kind) {
      case PORT_TAKEN -> {
        var port = PORT_TAKEN.matcher(said);
        yield port.matches()
            ? "host port %s is already in use on %s".formatted(port.group(2), port.group(1))
            : said;
      }
      case INVALID -> {
        var process = CANNOT_EXECUTE.matcher(said);
        yield process.find()
            ? "the process cannot be started: " + process.group(1) + "; check command and args"
            : said;
      }
      default -> said;
    };
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
    return new RuntimeFailure(Kind.INVALID, words(e), e);
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
