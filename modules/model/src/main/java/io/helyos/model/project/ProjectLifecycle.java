package io.helyos.model.project;

import static io.helyos.model.Decision.accept;
import static io.helyos.model.Decision.reject;
import static io.helyos.model.Decision.unchanged;

import io.helyos.model.Decider;
import io.helyos.model.Decision;
import io.helyos.model.DeploymentId;
import io.helyos.model.Merge;
import io.helyos.model.Rejection;
import io.helyos.model.Undo;
import io.helyos.model.project.Project.Absent;
import io.helyos.model.project.Project.Active;
import io.helyos.model.project.ProjectCommand.Create;
import io.helyos.model.project.ProjectCommand.Delete;
import io.helyos.model.project.ProjectCommand.ListDeployment;
import io.helyos.model.project.ProjectCommand.Resume;
import io.helyos.model.project.ProjectCommand.Suspend;
import io.helyos.model.project.ProjectCommand.UnlistDeployment;
import io.helyos.model.project.ProjectEffect.EnsureResumed;
import io.helyos.model.project.ProjectEffect.EnsureSuspended;
import io.helyos.model.project.ProjectEvent.DeploymentListed;
import io.helyos.model.project.ProjectEvent.DeploymentUnlisted;
import io.helyos.model.project.ProjectEvent.ProjectCreated;
import io.helyos.model.project.ProjectEvent.ProjectDeleted;
import io.helyos.model.project.ProjectEvent.ProjectResumed;
import io.helyos.model.project.ProjectEvent.ProjectSuspended;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What a project does with each command.
public final class ProjectLifecycle
    implements Decider<ProjectCommand, ProjectEvent, Project, ProjectEffect> {
  @Override
  public Project initial() {
    return new Absent();
  }

  @Override
  public Decision<ProjectEvent> decide(Project project, ProjectCommand command, Instant now) {
    return switch (project) {
      case Absent() -> ofAbsent(command);
      case Active active -> ofActive(active, command);
    };
  }

  private static Decision<ProjectEvent> ofAbsent(ProjectCommand command) {
    return switch (command) {
      case Create(var name) -> accept(new ProjectCreated(name));
      case ListDeployment(var name, var deployment) ->
          accept(List.of(new ProjectCreated(name), new DeploymentListed(deployment)));
      case UnlistDeployment _ -> unchanged();
      case Suspend(), Resume(), Delete() ->
          reject(Rejection.notFound("There is no such project. `helyos project list` shows them."));
    };
  }

  private static Decision<ProjectEvent> ofActive(Active active, ProjectCommand command) {
    return switch (command) {
      case Create _ ->
          reject(Rejection.conflict("Project %s exists already.".formatted(active.name())));
      case Suspend() -> active.suspended() ? unchanged() : accept(new ProjectSuspended());
      case Resume() -> active.suspended() ? accept(new ProjectResumed()) : unchanged();
      case Delete() when active.deployments().isEmpty() ->
          accept(new ProjectDeleted(active.suspended()));
      case Delete() ->
          reject(
              Rejection.conflict(
                  "Project %s still has deployments: %s. Remove them first (`helyos rm NAME -p %s`)."
                      .formatted(
                          active.name(), String.join(", ", active.deployments()), active.name())));
      case ListDeployment(_, var deployment) ->
          active.deployments().contains(deployment)
              ? unchanged()
              : accept(new DeploymentListed(deployment));
      case UnlistDeployment(var deployment) ->
          active.deployments().contains(deployment)
              ? accept(new DeploymentUnlisted(deployment))
              : unchanged();
    };
  }

  @Override
  public Project evolve(Project project, ProjectEvent event) {
    return switch (project) {
      case Absent() when event instanceof ProjectCreated(var name) ->
          new Active(name, false, Set.of());
      case Absent() -> throw new IllegalStateException("%s cannot follow Absent".formatted(event));
      case Active active -> evolveActive(active, event);
    };
  }

  private static Project evolveActive(Active active, ProjectEvent event) {
    return switch (event) {
      case ProjectCreated _ ->
          throw new IllegalStateException("%s cannot follow %s".formatted(event, active));
      case ProjectSuspended() -> new Active(active.name(), true, active.deployments());
      case ProjectResumed() -> new Active(active.name(), false, active.deployments());
      case ProjectDeleted _ -> new Absent();
      case DeploymentListed(var deployment) -> active.with(deployment);
      case DeploymentUnlisted(var deployment) -> active.without(deployment);
    };
  }

  @Override
  public Set<ProjectEffect> effects(Project project) {
    return switch (project) {
      case Absent() -> Set.of();
      case Active(var name, var suspended, var deployments) ->
          deployments.stream()
              .map(deployment -> new DeploymentId(name, deployment))
              .<ProjectEffect>map(id -> suspended ? new EnsureSuspended(id) : new EnsureResumed(id))
              .collect(Collectors.toUnmodifiableSet());
    };
  }

  @Override
  public Object answer(Project after, ProjectCommand command) {
    return after instanceof Active active && command instanceof ListDeployment
        ? new Listed(active.suspended())
        : Accepted.ACCEPTED;
  }

  @Override
  public Project without(Merge<Project> change) {
    if (change.before() instanceof Active was
        && change.after() instanceof Active became
        && change.now() instanceof Active is) {
      var suspended = change.as(was, became, is).field("suspended", Active::suspended);
      return new Active(is.name(), suspended, is.deployments());
    }
    if (change.before().equals(change.after())) return change.now();
    change.touch("existence");
    var wasLeft = change.after() instanceof Active;
    var isThere = change.now() instanceof Active;
    if (wasLeft == isThere) return change.before();
    if (isThere) change.conflict("existence");
    return change.now();
  }

  @Override
  public Undo<ProjectCommand> inverse(Project before, Project after, Instant now) {
    return switch (before) {
      case Absent() -> Undo.by(new Delete());
      case Active was when after instanceof Active ->
          Undo.by(was.suspended() ? new Suspend() : new Resume());
      case Active was -> {
        var commands = new ArrayList<ProjectCommand>();
        commands.add(new Create(was.name()));
        if (was.suspended()) commands.add(new Suspend());
        yield new Undo.By<>(commands);
      }
    };
  }
}
