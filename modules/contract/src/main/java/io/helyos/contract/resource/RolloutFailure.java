package io.helyos.contract.resource;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a rollout has failed.
///
/// @param revision that failed
/// @param cause `restarts`, `ended`, `image` or `deadline`
/// @param pod that shows it, null when none does
/// @param reason of that pod, empty when it said none
/// @param message in a sentence
/// @param lastLines what its container wrote at its end
@JsonNaming(SnakeCaseStrategy.class)
public record RolloutFailure(
    long revision,
    String cause,
    @Nullable String pod,
    String reason,
    String message,
    @Nullable Integer exitCode,
    List<String> lastLines) {
  public RolloutFailure {
    reason = Absent.text(reason);
    message = Absent.text(message);
    lastLines = Absent.list(lastLines);
  }
}
