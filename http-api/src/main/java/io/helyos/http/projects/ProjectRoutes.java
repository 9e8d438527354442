package io.helyos.http.projects;

import static java.util.concurrent.CompletableFuture.completedStage;

import io.helyos.contract.resource.CreateProject;
import io.helyos.contract.resource.ProjectResource;
import io.helyos.contract.resource.ProjectStatus;
import io.helyos.contract.spec.text.DnsLabel;
import io.helyos.contract.spec.text.Parsed;
import io.helyos.http.exchange.Answers;
import io.helyos.http.exchange.Call;
import io.helyos.http.exchange.Route;
import io.helyos.http.exchange.Route.Body;
import io.helyos.http.naming.Found;
import io.helyos.http.naming.Names;
import io.helyos.http.problem.ProblemKind;
import io.helyos.http.problem.Refusal;
import io.helyos.http.writes.Writes;
import io.helyos.model.EntityId;
import io.helyos.model.project.Project;
import io.helyos.model.project.ProjectCommand;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/// Projects: list, make, show, suspend, resume, delete.
public final class ProjectRoutes {
  private static final String ALL = "/api/v1/projects";
  private static final String ONE = ALL + "/{project}";

  private final Writes writes;

  public ProjectRoutes(Writes writes) {
    this.writes = writes;
  }

  public List<Route> routes() {
    return List.of(
        Route.get(ALL, this::list),
        Route.write("POST", ALL, Body.JSON, this::create),
        Route.get(ONE, this::show),
        Route.write("DELETE", ONE, Body.NONE, this::delete),
        Route.write("POST", ONE + "/suspend", Body.NONE, this::suspend),
        Route.write("POST", ONE + "/resume", Body.NONE, this::resume));
  }

  private CompletionStage<HttpResponse> list(Call call) {
    return completedStage(
        Answers.json(Names.projects(call.view()).map(ProjectRoutes::resource).toList()));
  }

  private CompletionStage<HttpResponse> show(Call call) {
    var found = Names.getProject(call.view(), call.name("project"));
    return completedStage(Writes.read(resource(found), found.sequence()));
  }

  private CompletionStage<HttpResponse> create(Call call) {
    var name = checked(call.json(CreateProject.class).name());
    return change(call, name, 201, new ProjectCommand.Create(name));
  }

  private CompletionStage<HttpResponse> suspend(Call call) {
    return change(call, call.name("project"), 200, new ProjectCommand.Suspend());
  }

  private CompletionStage<HttpResponse> resume(Call call) {
    return change(call, call.name("project"), 200, new ProjectCommand.Resume());
  }

  private CompletionStage<HttpResponse> delete(Call call) {
    return writes
        .execute(call, EntityId.project(call.name("project")), new ProjectCommand.Delete())
        .thenApply(Writes::gone);
  }

  private CompletionStage<HttpResponse> change(
      Call call, String name, int status, ProjectCommand command) {
    return writes
        .execute(call, EntityId.project(name), command)
        .thenApply(
            done -> Writes.answer(status, resource(Names.getProject(call.view(), name)), done));
  }

  private static String checked(String name) {
    return switch (DnsLabel.parse(name)) {
      case Parsed.Value<String>(var good) -> good;
      case Parsed.Refused<String>(_, var reason, _) ->
          throw Refusal.of(ProblemKind.INVALID, "`name`: " + reason);
    };
  }

  private static ProjectResource resource(Found<Project.Active> found) {
    return new ProjectResource(
        found.state().name(),
        found.state().suspended() ? ProjectStatus.SUSPENDED : ProjectStatus.ACTIVE,
        found.createdAt());
  }
}
