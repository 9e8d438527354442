package io.helyos.http.deployments;

import static java.util.concurrent.CompletableFuture.completedStage;

import io.helyos.contract.resource.DeploymentResource;
import io.helyos.contract.resource.ScaleRequest;
import io.helyos.http.exchange.Answers;
import io.helyos.http.exchange.Call;
import io.helyos.http.exchange.Route;
import io.helyos.http.exchange.Route.Body;
import io.helyos.http.naming.Ids;
import io.helyos.http.naming.Names;
import io.helyos.http.naming.Selection;
import io.helyos.http.spec.SpecMapping;
import io.helyos.http.writes.Writes;
import io.helyos.model.DeploymentId;
import io.helyos.model.deployment.DeploymentCommand;
import io.helyos.model.deployment.DeploymentCommand.Deploy;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/// Deployments: deploy, list, show, scale, stop, delete.
public final class DeploymentRoutes {
  private static final String ONE = "/api/v1/projects/{project}/deployments/{deployment}";

  private final Writes writes;
  private final Deploying deploying;

  public DeploymentRoutes(Writes writes) {
    this.writes = writes;
    this.deploying = new Deploying(writes);
  }

  public List<Route> routes() {
    return List.of(
        Route.write("POST", "/api/v1/deploy", Body.SPEC, this::deploy, "dryRun"),
        Route.get("/api/v1/deployments", this::list, "project", "l"),
        Route.get(ONE, this::show),
        Route.write("POST", ONE + "/scale", Body.JSON, this::scale),
        Route.write("POST", ONE + "/stop", Body.NONE, this::stop),
        Route.write("DELETE", ONE, Body.NONE, this::delete));
  }

  private CompletionStage<HttpResponse> deploy(Call call) {
    var command = SpecMapping.toCommand(SpecBody.read(call));
    if (call.query().flag("dryRun", false)) return completedStage(Rehearsal.of(call, command));
    return deploy(call, command);
  }

  /// Answers 201 for what this daemon did not know before, so that a client can tell new from
  /// changed.
  private CompletionStage<HttpResponse> deploy(Call call, Deploy command) {
    var status = Names.deployment(call.view(), command.id()).isPresent() ? 200 : 201;
    return deploying
        .deploy(call, command)
        .thenApply(done -> Writes.answer(status, resource(call, command.id()), done));
  }

  private CompletionStage<HttpResponse> list(Call call) {
    var project = call.query().text("project");
    var selection = Selection.of(call.query());
    var view = call.view();
    var ids = Ids.of(view);
    return completedStage(
        Answers.json(
            Names.deployments(view)
                .filter(d -> project.isEmpty() || d.state().id().project().equals(project.get()))
                .filter(d -> selection.takes(d.state().labels()))
                .map(d -> DeploymentShape.of(d, view, ids))
                .toList()));
  }

  private CompletionStage<HttpResponse> show(Call call) {
    var found = Names.getDeployment(call.view(), id(call));
    return completedStage(
        Writes.read(DeploymentShape.of(found, call.view(), Ids.of(call.view())), found.sequence()));
  }

  private CompletionStage<HttpResponse> scale(Call call) {
    var replicas = call.json(ScaleRequest.class).replicas();
    return change(call, new DeploymentCommand.Scale(id(call), replicas));
  }

  private CompletionStage<HttpResponse> stop(Call call) {
    return change(call, new DeploymentCommand.Stop(id(call)));
  }

  private CompletionStage<HttpResponse> delete(Call call) {
    return writes
        .execute(call, id(call).entity(), new DeploymentCommand.Remove(id(call)))
        .thenApply(Writes::gone);
  }

  private CompletionStage<HttpResponse> change(Call call, DeploymentCommand command) {
    return writes
        .execute(call, command.id().entity(), command)
        .thenApply(done -> Writes.answer(200, resource(call, command.id()), done));
  }

  private static DeploymentResource resource(Call call, DeploymentId id) {
    return DeploymentShape.of(
        Names.getDeployment(call.view(), id), call.view(), Ids.of(call.view()));
  }

  private static DeploymentId id(Call call) {
    return new DeploymentId(call.name("project"), call.name("deployment"));
  }
}
