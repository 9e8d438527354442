package io.helyos.http.rollouts;

import io.helyos.contract.resource.RolloutFailure;
import io.helyos.contract.resource.RolloutResource;
import io.helyos.contract.resource.RolloutState;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.deployment.Rollout;
import io.helyos.model.deployment.Standing;
import io.helyos.model.pod.Trouble;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A rollout in the shape that clients read.
public final class RolloutShape {
  private RolloutShape() {}

  public static RolloutResource of(Deployment.Active deployment) {
    var rollout = deployment.rollout();
    var standing = Standing.of(deployment);
    var state = state(rollout);
    return new RolloutResource(
        state,
        deployment.revision(),
        deployment.replicas(),
        standing.updated(),
        standing.available(),
        standing.newSurge().size() + standing.oldSurge().size(),
        state == RolloutState.PROGRESSING && deployment.wantsPods() ? rollout.deadline() : null,
        rollout.returning(),
        failure(deployment),
        RolloutMessage.of(deployment));
  }

  private static RolloutState state(Rollout rollout) {
    return switch (rollout.state()) {
      case MOVING -> rollout.paused() ? RolloutState.PAUSED : RolloutState.PROGRESSING;
      case STOPPED -> RolloutState.STOPPED;
      case COMPLETED -> rollout.paused() ? RolloutState.PAUSED : RolloutState.COMPLETED;
    };
  }

  private static @Nullable RolloutFailure failure(Deployment.Active deployment) {
    return deployment
        .rollout()
        .failure()
        .map(failure ->
            new RolloutFailure(
                deployment.rollout().failed(),
                failure.cause().name().toLowerCase(Locale.ROOT),
                failure.index().map(index -> deployment.id().pod(index).podName()).orElse(null),
                failure.why().map(Trouble::reason).orElse(""),
                RolloutMessage.cause(deployment, failure),
                failure.why().flatMap(Trouble::exitCode).orElse(null),
                failure.why().map(Trouble::lastLines).orElse(List.of())))
        .orElse(null);
  }
}
