package io.helyos.model.usage;

import io.helyos.model.deployment.Deployment;
import io.helyos.model.deployment.Deployment.Active;
import io.helyos.model.deployment.DeploymentEvent;
import io.helyos.model.deployment.DeploymentLifecycle;
import java.time.Instant;

/// Follows one deployment through its events, and books how many pods it wanted.
final class ReplicaMeter {
  private static final DeploymentLifecycle LIFECYCLE = new DeploymentLifecycle();

  private final Books books;
  private Deployment deployment = LIFECYCLE.initial();

  ReplicaMeter(Books books) {
    this.books = books;
  }

  void saw(Instant time, DeploymentEvent event) {
    var before = deployment;
    deployment = LIFECYCLE.evolve(before, event);
    note(before, time, -1);
    note(deployment, time, 1);
  }

  private void note(Deployment state, Instant time, int sign) {
    if (state instanceof Active active && active.wantsPods()) {
      books.presence(active.id()).changes(time, sign * active.replicas(), 0);
    }
  }
}
