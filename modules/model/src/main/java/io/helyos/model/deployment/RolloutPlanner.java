package io.helyos.model.deployment;

import io.helyos.model.deployment.Deployment.Active;
import io.helyos.model.deployment.Rollout.State;
import io.helyos.model.deployment.RolloutEvent.RolledBack;
import io.helyos.model.deployment.RolloutEvent.RolloutBegun;
import io.helyos.model.deployment.RolloutEvent.RolloutCompleted;
import io.helyos.model.deployment.RolloutEvent.RolloutStopped;
import io.helyos.model.deployment.UpdatePolicy.OnFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a rollout does next, given how the pods stand and what time it is.
public final class RolloutPlanner {
  private RolloutPlanner() {}

  /// All that is due now, step after step.
  public static List<DeploymentEvent> due(Active active, Instant now) {
    var due = new ArrayList<DeploymentEvent>();
    var state = active;
    for (var next = next(state, now); !next.isEmpty(); next = next(state, now)) {
      due.addAll(next);
      for (var event : next) state = (Active) DeploymentEvolution.after(state, event);
    }
    return due;
  }

  private static List<DeploymentEvent> next(Active active, Instant now) {
    if (!active.wantsPods()) return List.of();
    if (active.rollout().state() == State.COMPLETED) return begun(active, now);
    if (isDone(active)) return List.of(new RolloutCompleted(active.revision()));
    if (!active.rollout().isActive()) return List.of();
    return failure(active, now)
        .map(why -> failed(active, why, now))
        .orElseGet(() ->
            switch (active.update().strategy()) {
              case ROLLING -> RollingUpdate.next(active);
              case RECREATE ->
                  Recreation.isOver(active) ? RollingUpdate.next(active) : Recreation.moves(active);
            });
  }

  private static Optional<Failure> failure(Active active, Instant now) {
    return Leaving.isAll(active) || hasArrived(active) ? Optional.empty() : Failing.of(active, now);
  }

  /// Whether all replicas serve what is wanted, where they are to stay: then only what came first
  /// is too many.
  private static boolean hasArrived(Active active) {
    return Standing.of(active).isSettled();
  }

  /// A node drains, or an older build has left a replacement in its middle.
  private static List<DeploymentEvent> begun(Active active, Instant now) {
    var standing = Standing.of(active);
    return standing.oldServing().isEmpty() && standing.oldBroken().isEmpty()
        ? List.of()
        : List.of(new RolloutBegun(active.revision(), now));
  }

  /// Also one that had been given up: what came up late came up.
  private static boolean isDone(Active active) {
    return active.isCounted()
        && active.slots().size() == active.replicas()
        && Standing.of(active).isSettled();
  }

  private static List<DeploymentEvent> failed(Active active, Failure why, Instant now) {
    var stopped = new RolloutStopped(active.revision(), why);
    return back(active)
        .<List<DeploymentEvent>>map(
            to -> List.of(stopped, new RolledBack(active.revision(), to, true, now)))
        .orElseGet(() -> List.of(stopped));
  }

  private static Optional<Integer> back(Active active) {
    var wanted = active.update().onFailure() == OnFailure.ROLLBACK && !active.rollout().returning();
    return wanted
        ? active.rollout().lastCompleted().filter(last -> last != active.revision())
        : Optional.empty();
  }
}
