package io.helyos.model.deployment;

import static io.helyos.model.Decision.accept;
import static io.helyos.model.Decision.reject;
import static io.helyos.model.Decision.unchanged;

import io.helyos.model.Decision;
import io.helyos.model.Rejection;
import io.helyos.model.deployment.Deployment.Active;
import io.helyos.model.deployment.RolloutEvent.Restarted;
import io.helyos.model.deployment.RolloutEvent.RolledBack;
import io.helyos.model.deployment.RolloutEvent.RolloutPaused;
import io.helyos.model.deployment.RolloutEvent.RolloutResumed;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;

/// What a deployment does when a user steers its rollout.
final class RolloutDecisions {
  private RolloutDecisions() {}

  static Decision<DeploymentEvent> rollback(Active active, Optional<Integer> wanted, Instant now) {
    if (active.rollout().paused()) return paused(active);
    var to = wanted.or(() -> before(active));
    if (to.isEmpty()) {
      return conflict(
          "%s has only revision %d, there is none to go back to."
              .formatted(active.id(), active.revision()));
    }
    if (!active.revisions().containsKey(to.get())) return noRevision(active, to.get());
    return to.get() == active.revision()
        ? unchanged()
        : Moving.on(active, new RolledBack(active.revision(), to.get(), false, now), now);
  }

  /// The last other one that has worked, or was there.
  private static Optional<Integer> before(Active active) {
    return active
        .rollout()
        .lastCompletedBut(active.revision())
        .or(() ->
            active.revisions().keySet().stream()
                .filter(number -> number != active.revision())
                .max(Integer::compare));
  }

  private static Decision<DeploymentEvent> noRevision(Active active, int number) {
    return reject(
        Rejection.notFound(
            "%s has no revision %d. It has %d to %d; `helyos rollout history %s -p %s` shows them."
                .formatted(
                    active.id(),
                    number,
                    Collections.min(active.revisions().keySet()),
                    active.newest(),
                    active.id().name(),
                    active.id().project())));
  }

  static Decision<DeploymentEvent> restart(Active active, Instant now) {
    if (active.rollout().paused()) return paused(active);
    return active.wantsPods()
        ? Moving.on(active, new Restarted(active.revision(), active.newest() + 1, now), now)
        : conflict(
            "%s is stopped. Scaling it or resuming its project starts it.".formatted(active.id()));
  }

  static Decision<DeploymentEvent> pause(Active active, Instant now) {
    return active.rollout().paused()
        ? unchanged()
        : accept(new RolloutPaused(active.rollout().remainingAt(now)));
  }

  static Decision<DeploymentEvent> resume(Active active, Instant now) {
    var waits = active.rollout().paused() || active.rollout().state() == Rollout.State.STOPPED;
    return waits ? Moving.on(active, new RolloutResumed(now), now) : unchanged();
  }

  private static Decision<DeploymentEvent> paused(Active active) {
    return conflict(
        "The rollout of %s is paused. Resume it first: helyos rollout resume %s -p %s"
            .formatted(active.id(), active.id().name(), active.id().project()));
  }

  private static Decision<DeploymentEvent> conflict(String message) {
    return reject(Rejection.conflict(message));
  }
}
