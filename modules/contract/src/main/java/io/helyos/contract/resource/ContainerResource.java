package io.helyos.contract.resource;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One container of a pod of several.
///
/// @param name in the pod; the pod's own container has the deployment's
/// @param role `own`, `init`, `beside`, or `holder`: the one that keeps the network
/// @param attempt the n-th start of this container in its pod's incarnation
/// @param containerId of the one that runs
/// @param reason one word, empty when there is nothing to explain
/// @param message what happened and what to do, empty when there is nothing to say
/// @param exitCode of its last attempt that ended
@JsonNaming(SnakeCaseStrategy.class)
public record ContainerResource(
    String name,
    String role,
    PodStatus status,
    boolean ready,
    int attempt,
    int restartCount,
    @Nullable String containerId,
    String reason,
    String message,
    @Nullable Integer exitCode,
    @Nullable Instant startedAt) {
  public ContainerResource {
    reason = Absent.text(reason);
    message = Absent.text(message);
  }
}
