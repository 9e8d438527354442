package io.helyos.http.rollouts;

import static java.util.concurrent.CompletableFuture.completedStage;

import io.helyos.contract.resource.RollbackRequest;
import io.helyos.http.exchange.Answers;
import io.helyos.http.exchange.Call;
import io.helyos.http.exchange.Route;
import io.helyos.http.exchange.Route.Body;
import io.helyos.http.naming.Found;
import io.helyos.http.naming.Names;
import io.helyos.http.writes.Writes;
import io.helyos.model.DeploymentId;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.deployment.DeploymentCommand;
import io.helyos.model.deployment.DeploymentCommand.PauseRollout;
import io.helyos.model.deployment.DeploymentCommand.Restart;
import io.helyos.model.deployment.DeploymentCommand.ResumeRollout;
import io.helyos.model.deployment.DeploymentCommand.Rollback;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/// Revisions, and the rollout of a deployment.
public final class RolloutRoutes {
  private static final String ONE = "/api/v1/projects/{project}/deployments/{deployment}";

  private final Writes writes;

  public RolloutRoutes(Writes writes) {
    this.writes = writes;
  }

  public List<Route> routes() {
    return List.of(
        Route.get(ONE + "/revisions", RolloutRoutes::revisions),
        Route.get(ONE + "/rollout", RolloutRoutes::rollout),
        Route.write("POST", ONE + "/rollback", Body.JSON, this::rollback),
        Route.write("POST", ONE + "/restart", Body.NONE, call -> change(call, Restart::new)),
        Route.write("POST", ONE + "/pause", Body.NONE, call -> change(call, PauseRollout::new)),
        Route.write("POST", ONE + "/resume", Body.NONE, call -> change(call, ResumeRollout::new)));
  }

  private static CompletionStage<HttpResponse> revisions(Call call) {
    // An unknown name is said before anything is read.
    found(call);
    return Authorship.of(call, id(call).entity())
        .thenApply(made -> Answers.json(RevisionShape.all(found(call).state(), made)));
  }

  private static CompletionStage<HttpResponse> rollout(Call call) {
    var found = found(call);
    return completedStage(Writes.read(RolloutShape.of(found.state()), found.sequence()));
  }

  private CompletionStage<HttpResponse> rollback(Call call) {
    var to = Optional.ofNullable(call.json(RollbackRequest.class).revision());
    return change(call, id -> new Rollback(id, to));
  }

  /// Answers how the rollout stands after the change.
  private CompletionStage<HttpResponse> change(
      Call call, Function<DeploymentId, DeploymentCommand> command) {
    return writes
        .execute(call, id(call).entity(), command.apply(id(call)))
        .thenApply(done -> Writes.answer(200, RolloutShape.of(found(call).state()), done));
  }

  private static Found<Deployment.Active> found(Call call) {
    return Names.getDeployment(call.view(), id(call));
  }

  private static DeploymentId id(Call call) {
    return new DeploymentId(call.name("project"), call.name("deployment"));
  }
}
