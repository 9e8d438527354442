package io.helyos.contract.resource;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The move of a deployment's pods to its revision.
///
/// @param revision that is wanted
/// @param updated of the replicas, that run it and are ready for long enough
/// @param available pods of any revision that serve
/// @param surge pods beyond the replicas
/// @param deadline when it fails if nothing moves until then
/// @param returning whether it takes back a revision that failed
/// @param failure why the last one failed, its own or the one that it takes back
/// @param message what happens and what to do, empty when there is nothing to say
@JsonNaming(SnakeCaseStrategy.class)
public record RolloutResource(
    RolloutState state,
    long revision,
    int replicas,
    int updated,
    int available,
    int surge,
    @Nullable Instant deadline,
    boolean returning,
    @Nullable RolloutFailure failure,
    String message) {
  public RolloutResource {
    message = Absent.text(message);
  }
}
