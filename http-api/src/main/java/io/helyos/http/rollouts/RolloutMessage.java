package io.helyos.http.rollouts;

import io.helyos.model.deployment.Deployment;
import io.helyos.model.deployment.Failure;
import io.helyos.model.deployment.Rollout;
import io.helyos.model.deployment.Standing;

/// What happens in a rollout and what to do, in words.
public final class RolloutMessage {
  private RolloutMessage() {}

  /// Empty when there is nothing to say.
  public static String of(Deployment.Active deployment) {
    var rollout = deployment.rollout();
    var name = "%s -p %s".formatted(deployment.id().name(), deployment.id().project());
    var why = rollout.failure().map(failure -> cause(deployment, failure)).orElse("");
    if (rollout.state() == Rollout.State.STOPPED) {
      return ("The rollout of revision %d has stopped: %s `helyos rollback %s` goes back,"
              + " `helyos rollout resume %s` tries again.")
          .formatted(rollout.failed(), why, name, name);
    }
    if (rollout.paused()) {
      return "The rollout is paused. `helyos rollout resume %s` goes on.".formatted(name);
    }
    var back =
        why.isEmpty()
            ? ""
            : "Revision %d failed: %s It was rolled back to %d."
                .formatted(rollout.failed(), why, deployment.revision());
    return rollout.isMoving() ? (back + " " + moving(deployment)).strip() : back;
  }

  /// A first deploy has nothing to move from.
  private static String moving(Deployment.Active deployment) {
    if (deployment.revisions().size() == 1) return "";
    var stops =
        deployment.rollout().refused() > 0
            ? " A host port is taken, so no pod can be added first: pods stop one by one."
            : "";
    return "%d of %d pods are at revision %d.%s"
        .formatted(
            Standing.of(deployment).updated(), deployment.replicas(), deployment.revision(), stops);
  }

  /// Why a rollout has failed, with what its pod said last.
  static String cause(Deployment.Active deployment, Failure failure) {
    var pod = failure.index().map(index -> deployment.id().pod(index).podName()).orElse("");
    var why = failure.why().map(trouble -> " " + trouble.message()).orElse("");
    return switch (failure.cause()) {
      case RESTARTS -> pod + " was restarted too often before it was ready." + why;
      case ENDED -> pod + " has ended and is not started again." + why;
      case IMAGE -> "the image of " + pod + " cannot be had." + why;
      case DEADLINE ->
          pod.isEmpty()
              ? "nothing has moved for as long as progressDeadline allows."
              : pod + " was not ready in time." + why;
    };
  }
}
