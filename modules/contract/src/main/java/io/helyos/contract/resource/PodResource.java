package io.helyos.contract.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A pod as lists and single reads show it. The fields up to `createdAt` are those that existing
/// clients need; the rest is ours.
///
/// @param id stable for the life of the slot, derived from cluster and name
/// @param reason one word, empty when there is nothing to explain
/// @param message what happened and what to do, empty when there is nothing to say
/// @param digest of the image that runs, empty while unknown
/// @param exitCode of the last attempt that ended
/// @param signal that ended it, `SIGKILL`, if one did
/// @param lastLines what the last attempt that ended wrote at its end
/// @param startedAt of the container that runs
/// @param nextAttemptAt when the next container start is due, while one is waited for
/// @param health null unless a container runs that has a check
/// @param containers each one of a pod of several; left out of a pod of one
public @JsonNaming(SnakeCaseStrategy.class) record PodResource(
    UUID id,
    UUID deploymentId,
    String project,
    String deploymentName,
    int replicaIndex,
    @Nullable UUID nodeId,
    @Nullable String containerId,
    @Nullable String containerIp,
    PodStatus status,
    String image,
    int restartCount,
    Instant createdAt,
    String name,
    String reason,
    String message,
    boolean ready,
    @Nullable String node,
    List<PortBinding> ports,
    long incarnation,
    int attempt,
    long revision,
    String digest,
    @Nullable Integer exitCode,
    @Nullable String signal,
    List<String> lastLines,
    @Nullable Instant startedAt,
    @Nullable Instant nextAttemptAt,
    @Nullable PodHealth health,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ContainerResource> containers) {
  public PodResource {
    containers = Absent.list(containers);
    ports = Absent.list(ports);
    lastLines = Absent.list(lastLines);
    name = Absent.text(name);
    reason = Absent.text(reason);
    message = Absent.text(message);
    digest = Absent.text(digest);
  }
}
