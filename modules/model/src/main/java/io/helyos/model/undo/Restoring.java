package io.helyos.model.undo;

import io.helyos.model.DeploymentId;
import io.helyos.model.EntityId;
import io.helyos.model.Rejection;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.deployment.Deployment.Active;
import io.helyos.model.deployment.Deployment.Mode;
import io.helyos.model.deployment.DeploymentLifecycle;
import io.helyos.model.project.Project;
import io.helyos.model.project.ProjectCommand;
import io.helyos.model.project.ProjectCommand.Create;
import io.helyos.model.project.ProjectCommand.Resume;
import io.helyos.model.project.ProjectCommand.Suspend;
import io.helyos.model.project.ProjectLifecycle;
import io.helyos.model.undo.Plan.Part;
import io.helyos.model.view.Row;
import io.helyos.model.view.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// All deployments of a project, and whether it is suspended, as they were at an earlier time.
public final class Restoring {
  private final String project;
  private final View past;
  private final View view;
  private final Instant now;
  private final List<Part> parts = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Set<String> reasons = new LinkedHashSet<>();

  private Restoring(String project, View past, View view, Instant now) {
    this.project = project;
    this.past = past;
    this.view = view;
    this.now = now;
  }

  /// The way to what a project was.
  ///
  /// @param past as it was at that time
  /// @param view as it is
  public static Planned of(String project, View past, View view, Instant now) {
    return new Restoring(project, past, view, now).planned();
  }

  private Planned planned() {
    var was = active(past);
    if (was.isEmpty()) {
      return new Planned.Refused(
          Rejection.notFound("There was no project %s at that time.".formatted(project)));
    }
    // Pods that are not wanted are not to start meanwhile, and those that are come last.
    project(before(was.get()));
    ids().forEach(this::deployment);
    project(after(was.get()));
    if (!reasons.isEmpty()) {
      return new Planned.Refused(Rejection.conflict(String.join(" ", reasons)));
    }
    return parts.isEmpty()
        ? new Planned.Needless("Project %s is as it was then. %s".formatted(project, told()))
        : new Planned.Possible(new Plan(parts, notes));
  }

  private String told() {
    return notes.isEmpty() ? "There is nothing to restore." : String.join(" ", notes);
  }

  private List<ProjectCommand> before(Project.Active was) {
    var commands = new ArrayList<ProjectCommand>();
    if (active(view).isEmpty()) commands.add(new Create(project));
    if (was.suspended()) commands.add(new Suspend());
    return commands;
  }

  private static List<ProjectCommand> after(Project.Active was) {
    return was.suspended() ? List.of() : List.of(new Resume());
  }

  /// Of its first commands the second ones are not told, so they are thought through from now.
  private void project(List<ProjectCommand> commands) {
    var entity = EntityId.project(project);
    var row = view.project(project);
    var state = row.<Object>map(Row::state).orElseGet(() -> new ProjectLifecycle().initial());
    var isNew = !(state instanceof Project.Active);
    if (isNew && commands.stream().noneMatch(Create.class::isInstance)) return;
    add(Way.by(entity, List.copyOf(commands), state, now), entity, row.map(Row::sequence));
  }

  private void deployment(DeploymentId id) {
    var row = view.deployment(id);
    var state = row.map(Row::state).orElseGet(() -> new DeploymentLifecycle().initial());
    var wanted = wanted(id);
    var isThere = state instanceof Active;
    if (!isThere && wanted instanceof Deployment.Absent) return;
    var way = Way.between(id.entity(), state, wanted, now);
    add(way, id.entity(), row.map(Row::sequence));
    if (!isThere && way instanceof Way.Open) parts.add(Undoing.listing(id));
  }

  private Deployment wanted(DeploymentId id) {
    var none = new DeploymentLifecycle().initial();
    var then = past.deployment(id).map(Row::state).orElse(none);
    if (!(then instanceof Active was) || was.mode() == Mode.REMOVING) return none;
    if (was.expires().filter(at -> !at.isAfter(now)).isEmpty()) return was;
    notes.add("%s has expired since and does not come back.".formatted(id));
    return none;
  }

  private void add(Way way, EntityId entity, Optional<Long> sequence) {
    switch (way) {
      case Way.Blocked(var why) -> reasons.add(why);
      case Way.Open(var steps) when steps.isEmpty() -> {}
      case Way.Open(var steps) ->
          parts.add(new Part(entity, Optional.of(sequence.orElse(0L)), steps));
    }
  }

  private Set<DeploymentId> ids() {
    var ids =
        new TreeSet<>(
            Comparator.comparing(DeploymentId::project).thenComparing(DeploymentId::name));
    Stream.of(past, view)
        .flatMap(at -> at.deployments().stream())
        .flatMap(row -> row.state() instanceof Active active ? Stream.of(active.id()) : Stream.of())
        .filter(id -> id.project().equals(project))
        .forEach(ids::add);
    return ids;
  }

  private Optional<Project.Active> active(View at) {
    return at.project(project)
        .map(Row::state)
        .filter(Project.Active.class::isInstance)
        .map(Project.Active.class::cast);
  }
}
