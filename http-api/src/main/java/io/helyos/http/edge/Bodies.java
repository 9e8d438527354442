package io.helyos.http.edge;

import io.helyos.http.exchange.Route.Body;
import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.scaladsl.model.EntityStreamSizeException;

/// Takes the body of a request in, within its limits of size and time.
public final class Bodies {
  /// A route that takes nothing still reads so much, to see an empty object.
  private static final int NOTHING_MUCH = 1024;

  private static final List<String> YAML =
      List.of("application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml");
  private static final String JSON = "application/json";
  private static final String TAR = "application/x-tar";
  private static final byte[] NOTHING = {};

  private final ActorSystem<?> system;
  private final Duration patience;

  public Bodies(ActorSystem<?> system, Duration patience) {
    this.system = system;
    this.patience = patience;
  }

  /// A body and its media type.
  public record Taken(String format, byte[] bytes) {}

  public CompletionStage<Taken> take(HttpRequest request, Body expected) {
    var format = format(request);
    var most = Math.max(expected.most(), NOTHING_MUCH);
    var length = request.entity().getContentLengthOption();
    if (expected != Body.NONE) checkType(format, expected);
    if (expected == Body.TAR) return CompletableFuture.completedStage(new Taken(format, NOTHING));
    if (length.isPresent() && length.getAsLong() > most) throw tooLarge(most);
    if (length.isPresent() && length.getAsLong() == 0) {
      return CompletableFuture.completedStage(new Taken(format, NOTHING));
    }
    return request
        .entity()
        .withSizeLimit(most)
        .toStrict(patience.toMillis(), 2L * most, system)
        .thenApply(strict -> checked(new Taken(format, strict.getData().toArray()), expected))
        .exceptionally(failure -> {
          throw refusal(failure, most);
        });
  }

  private static Taken checked(Taken taken, Body expected) {
    var nothing = taken.bytes().length == 0;
    if (expected == Body.NONE && !nothing) {
      checkType(taken.format(), Body.JSON);
      if (!new String(taken.bytes(), java.nio.charset.StandardCharsets.UTF_8).strip().equals("{}"))
        throw Refusal.of(ProblemKind.BAD_REQUEST, "Expected no body, found one. Leave it out.");
    }
    return taken;
  }

  private static void checkType(String format, Body expected) {
    var isGood =
        switch (expected) {
          case NONE, JSON -> format.equals(JSON);
          case SPEC -> format.equals(JSON) || YAML.contains(format);
          case TAR -> format.equals(TAR);
        };
    if (isGood) return;
    throw Refusal.of(
        ProblemKind.UNSUPPORTED_TYPE,
        "Expected Content-Type %s, found %s."
            .formatted(
                words(expected), format.isEmpty() || format.equals("none/none") ? "none" : format));
  }

  private static String words(Body expected) {
    return switch (expected) {
      case NONE, JSON -> JSON;
      case SPEC -> "application/yaml or application/json";
      case TAR -> TAR;
    };
  }

  private static String format(HttpRequest request) {
    var type = request.entity().getContentType();
    var charset = Optional.ofNullable(type).flatMap(known -> known.getCharsetOption());
    if (charset.filter(c -> !c.value().equalsIgnoreCase("UTF-8")).isPresent()) {
      throw Refusal.of(
          ProblemKind.UNSUPPORTED_TYPE, "Expected a body in UTF-8, found another charset.");
    }
    return type == null
        ? ""
        : (type.mediaType().mainType() + "/" + type.mediaType().subType()).toLowerCase(Locale.ROOT);
  }

  private static RuntimeException refusal(Throwable failure, int most) {
    var cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return switch (cause) {
      case Refusal refusal -> refusal;
      case EntityStreamSizeException _ -> tooLarge(most);
      case TimeoutException _ ->
          Refusal.of(
                  ProblemKind.TOO_SLOW,
                  "The body did not arrive in time. Send it in one go, with its right length.")
              .with("Connection", "close");
      default -> Refusal.of(ProblemKind.BAD_REQUEST, "The body broke off before its end.");
    };
  }

  private static Refusal tooLarge(int most) {
    return Refusal.of(
        ProblemKind.TOO_LARGE,
        "Expected a body of at most %d bytes, found a larger one.".formatted(most));
  }
}
