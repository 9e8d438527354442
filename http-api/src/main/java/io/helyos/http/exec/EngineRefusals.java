package io.helyos.http.exec;

import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import io.helyos.model.port.RuntimeFailure;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/// What a user is told when an engine does not let him into a container.
public final class EngineRefusals {
  private EngineRefusals() {}

  public static Refusal of(@Nullable Throwable failure) {
    return switch (failure) {
      case CompletionException wrapped when wrapped.getCause() != null -> of(wrapped.getCause());
      case RuntimeFailure known -> of(known);
      case null, default ->
          Refusal.of(ProblemKind.UNAVAILABLE, "The engine has not answered. Try again.");
    };
  }

  private static Refusal of(RuntimeFailure failure) {
    var words = String.valueOf(failure.getMessage());
    return switch (failure.kind()) {
      case INVALID -> Refusal.of(ProblemKind.INVALID, "The engine refuses this: " + words + ".");
      case NOT_FOUND ->
          Refusal.of(ProblemKind.NOT_FOUND, "The engine does not find this: " + words + ".");
      case NAME_TAKEN, PORT_TAKEN, IMAGE_MISSING, PULL_FAILED ->
          Refusal.of(ProblemKind.CONFLICT, "The engine refuses this: " + words + ".");
      case UNREACHABLE, UNKNOWN_OUTCOME, ENGINE_ERROR ->
          Refusal.of(ProblemKind.UNAVAILABLE, "The engine cannot do this now: " + words + ".");
    };
  }
}
