package io.helyos.http.deployments;

import io.helyos.contract.resource.Planned;
import io.helyos.http.exchange.Answers;
import io.helyos.http.exchange.Call;
import io.helyos.http.naming.Found;
import io.helyos.http.naming.Ids;
import io.helyos.http.problem.Refusal;
import io.helyos.http.rollouts.PlanShape;
import io.helyos.model.Decision;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.deployment.DeploymentCommand.Deploy;
import io.helyos.model.deployment.DeploymentEvent;
import io.helyos.model.deployment.DeploymentLifecycle;
import io.helyos.model.view.Row;
import java.time.Instant;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/// A deploy that is only thought through: the same decider, on the state as this daemon sees it,
/// and nothing is stored.
final class Rehearsal {
  private Rehearsal() {}

  static HttpResponse of(Call call, Deploy command) {
    var now = Instant.now();
    var lifecycle = new DeploymentLifecycle();
    var row = call.view().deployment(command.id());
    var before = row.map(Row::state).orElseGet(lifecycle::initial);
    return switch (lifecycle.decide(before, command, now)) {
      case Decision.Rejected<DeploymentEvent>(var rejection) -> throw Refusal.of(rejection);
      case Decision.Accepted<DeploymentEvent>(var events) -> {
        var after = before;
        for (var event : events) after = lifecycle.evolve(after, event);
        var shape =
            DeploymentShape.of(
                found(after, row.map(Row::createdAt).orElse(now), now),
                call.view(),
                Ids.of(call.view()));
        yield Answers.json(new Planned<>(shape, PlanShape.of(call, before, after, now)));
      }
    };
  }

  private static Found<Deployment.Active> found(
      Deployment after, Instant created, Instant updated) {
    return new Found<>((Deployment.Active) after, 0, created, updated);
  }
}
