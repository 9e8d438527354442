package io.helyos.model.deployment;

import io.helyos.model.deployment.Deployment.Active;
import io.helyos.model.deployment.UpdatePolicy.Strategy;

/// Between how many pods a rollout keeps.
///
/// @param floor so many have to serve
/// @param ceiling so many may exist, those on their way out included
/// @param surge so many beyond the replicas are of use
public record Bounds(int floor, int ceiling, int surge) {
  public static Bounds of(Active active) {
    var policy = active.update();
    // A node has one pod, and no room for another beside it; who is made anew runs beside nobody.
    var alone = active.everyNode().isPresent() || policy.strategy() == Strategy.RECREATE;
    var most = alone ? 0 : policy.maxSurge();
    var surge = Math.max(0, most - active.rollout().refused());
    // Where nothing can come first, something has to stop first.
    var missing = surge == 0 ? Math.max(1, policy.maxUnavailable()) : policy.maxUnavailable();
    return new Bounds(Math.max(0, active.replicas() - missing), active.replicas() + most, surge);
  }
}
