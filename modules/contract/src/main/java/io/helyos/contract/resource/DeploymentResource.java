package io.helyos.contract.resource;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A deployment as lists, single reads and writes show it. The fields up to `updatedAt` are those
/// that existing clients need; the rest is ours.
///
/// @param ready pods that are ready now
/// @param message what happened and what to do, empty when there is nothing to say
/// @param template the whole pod template in the field names of the spec
/// @param update how a rollout moves the pods, in the field names of the spec
/// @param placement on which nodes its pods are, in the field names of the spec; empty for any
/// @param rollout null from an older daemon
/// @param expires when it is removed by itself, if it is
public @JsonNaming(SnakeCaseStrategy.class) record DeploymentResource(
    UUID id,
    SpecResource spec,
    DeploymentStatus status,
    Instant createdAt,
    Instant updatedAt,
    String name,
    String project,
    long revision,
    int ready,
    int replicas,
    String message,
    Map<String, String> labels,
    Map<String, @Nullable Object> template,
    Map<String, @Nullable Object> update,
    Map<String, @Nullable Object> placement,
    @Nullable RolloutResource rollout,
    @Nullable Instant expires) {
  public DeploymentResource {
    message = Absent.text(message);
    labels = Absent.map(labels);
    template = Absent.map(template);
    update = Absent.map(update);
    placement = Absent.map(placement);
  }
}
