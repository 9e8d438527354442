package io.helyos.client;

import io.helyos.contract.resource.DeploymentResource;
import io.helyos.contract.resource.PlanResource;

/// What a deploy would come to.
///
/// @param deployment as it would be
/// @param plan the way there
public record Rehearsal(DeploymentResource deployment, PlanResource plan) {
  /// The part of the answer that is no deployment.
  record Body(PlanResource plan) {}
}
