package io.helyos.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.helyos.model.port.RuntimeFailure;
import io.helyos.model.port.RuntimeFailure.Kind;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the engine says when it refuses. Its status alone does not tell a taken port from a full
/// disk, so its words are read as well.
final class Refusals {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// What runc says is wrapped in the name of everyone who passed it on.
  private static final Pattern CANNOT_EXECUTE =
      Pattern.compile(
          "(?s)OCI runtime (?:create|exec) failed.*?(exec: .*?|error mounting .*?)(: unknown)?$");

  private static final Pattern NOT_EXECUTED = Pattern.compile("OCI runtime (create|exec) failed");

  /// Files are to go where none can; some engines call it their own fault.
  private static final Pattern NOT_WRITABLE =
      Pattern.compile("extraction point is not a directory|is marked read-only|cannot overwrite");

  private static final Pattern NOT_RUNNING = Pattern.compile("(?i)is not running|is paused");

  /// The container whose network is to be shared is not there, or does not run.
  private static final Pattern NO_NETWORK_TO_JOIN = Pattern.compile("(?i)cannot join network");

  /// Engines of all versions name the address just before they say that somebody has it.
  private static final Pattern PORT_TAKEN =
      Pattern.compile(
          "([0-9.]+|\\[[0-9a-f:]*]):(\\d+)(:\\S+)?(/\\w+)?"
              + "(: bind)?( failed)?: (port is already allocated|address already in use)");

  private Refusals() {}

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
      return plain(JSON.readTree(body).path("message").asText(body));
    } catch (JsonProcessingException e) {
      return plain(body);
    }
  }

  private static String plain(String text) {
    return text.isBlank() ? "the Docker engine gave no reason" : text.strip();
  }

  private static Kind kind(int status, String said) {
    if (PORT_TAKEN.matcher(said).find()) {
      return Kind.PORT_TAKEN;
    }
    if (NO_NETWORK_TO_JOIN.matcher(said).find()) {
      return Kind.NOT_FOUND;
    }
    return switch (status) {
      // 403: a read-only file system.
      case 400, 403 -> Kind.INVALID;
      case 404 -> missing(said);
      case 409 -> conflict(said);
      default ->
          NOT_EXECUTED.matcher(said).find() || NOT_WRITABLE.matcher(said).find()
              ? Kind.INVALID
              : Kind.ENGINE_ERROR;
    };
  }

  private static Kind conflict(String said) {
    if (said.contains("already in use by container")) {
      return Kind.NAME_TAKEN;
    }
    return NOT_RUNNING.matcher(said).find() ? Kind.INVALID : Kind.ENGINE_ERROR;
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
        yield port.find()
            ? "host port %s is already in use on %s".formatted(port.group(2), port.group(1))
            : said;
      }
      case INVALID -> {
        var process = CANNOT_EXECUTE.matcher(said);
        yield process.find() ? "the process cannot be started: " + advised(process.group(1)) : said;
      }
      default -> said;
    };
  }

  private static String advised(String reason) {
    return reason.startsWith("exec:") ? reason + "; check command and args" : reason;
  }
}
