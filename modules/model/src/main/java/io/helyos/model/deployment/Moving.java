package io.helyos.model.deployment;

import static io.helyos.model.Decision.accept;

import io.helyos.model.Decision;
import io.helyos.model.deployment.Deployment.Absent;
import io.helyos.model.deployment.Deployment.Active;
import io.helyos.model.deployment.DeploymentEvent.Deployed;
import io.helyos.model.deployment.RolloutEvent.RolloutBegun;
import java.time.Instant;
import java.util.ArrayList;

/// An event, and what the rollout does next because of it.
final class Moving {
  private Moving() {}

  /// The first deploy of a life: one without pods is done with it.
  static Decision<DeploymentEvent> first(Absent absent, Deployed event) {
    var events = new ArrayList<DeploymentEvent>();
    events.add(event);
    if (DeploymentEvolution.after(absent, event) instanceof Active next) {
      events.addAll(RolloutPlanner.due(next, event.at()));
    }
    return accept(events);
  }

  static Decision<DeploymentEvent> on(Active active, DeploymentEvent event, Instant now) {
    var events = new ArrayList<DeploymentEvent>();
    events.add(event);
    if (!(DeploymentEvolution.after(active, event) instanceof Active next)) return accept(events);
    if (beginsAgain(active, event, next)) {
      var begun = new RolloutBegun(next.revision(), now);
      events.add(begun);
      next = RolloutEvolution.after(next, begun);
    }
    events.addAll(RolloutPlanner.due(next, now));
    return accept(events);
  }

  /// Pods that were not wanted for a while all start together; a new revision begins by itself.
  private static boolean beginsAgain(Active before, DeploymentEvent event, Active after) {
    var isNew = event instanceof Deployed deployed && deployed.template().isPresent();
    return after.wantsPods() && !before.wantsPods() && !isNew;
  }
}
