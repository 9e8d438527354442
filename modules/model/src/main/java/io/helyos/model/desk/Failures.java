package io.helyos.model.desk;

import io.helyos.model.desk.StepOutcome.CannotStart;
import io.helyos.model.desk.StepOutcome.NoEngine;
import io.helyos.model.desk.StepOutcome.Unclear;
import io.helyos.model.desk.StepOutcome.Vanished;
import io.helyos.model.pod.StartFailure;
import io.helyos.model.port.ContainerState;
import io.helyos.model.port.RuntimeFailure.Kind;
import java.time.Instant;
import java.util.Optional;

/// What an engine's refusal means for a step: an attempt that cannot come up, an engine that is
/// away, or nothing that is known.
public final class Failures {
  private Failures() {}

  /// What does not go now is looked at again: only a start can fail for good.
  public static StepOutcome ofTakingDown(ContainerState container, Kind kind, String message) {
    return switch (kind) {
      case NOT_FOUND -> new Vanished(container.id());
      case UNREACHABLE -> new NoEngine(message);
      case NAME_TAKEN,
          IMAGE_MISSING,
          PULL_FAILED,
          PORT_TAKEN,
          INVALID,
          UNKNOWN_OUTCOME,
          ENGINE_ERROR ->
          new Unclear(message);
    };
  }

  /// Empty when only a look tells: at who has the name, or whether the engine answers at all.
  public static Optional<StepOutcome> ofStarting(Kind kind, String message, Instant now) {
    return switch (kind) {
      case NAME_TAKEN, ENGINE_ERROR -> Optional.empty();
      case IMAGE_MISSING, PULL_FAILED ->
          Optional.of(new CannotStart(StartFailure.IMAGE, message, now));
      case PORT_TAKEN -> Optional.of(new CannotStart(StartFailure.PORT_TAKEN, message, now));
      case INVALID -> Optional.of(new CannotStart(StartFailure.REFUSED, message, now));
      case NOT_FOUND, UNKNOWN_OUTCOME -> Optional.of(new Unclear(message));
      case UNREACHABLE -> Optional.of(new NoEngine(message));
    };
  }

  /// Whether the engine will refuse this start again: what was created for it has no log to be kept
  /// for, and goes at once, also because its pod may be placed elsewhere.
  public static boolean isFinal(Kind kind) {
    return kind == Kind.PORT_TAKEN || kind == Kind.INVALID;
  }
}
