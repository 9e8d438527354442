package io.helyos.model.undo;

import io.helyos.model.DeploymentId;
import io.helyos.model.EntityId;
import io.helyos.model.EntityKind;
import io.helyos.model.Rejection;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.deployment.DeploymentCommand.Deploy;
import io.helyos.model.project.Project;
import io.helyos.model.project.ProjectCommand.ListDeployment;
import io.helyos.model.undo.Plan.Part;
import io.helyos.model.undo.Plan.Step;
import io.helyos.model.view.Row;
import io.helyos.model.view.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A change is taken back by commands to all that it touched, or not at all.
public final class Undoing {
  private final View view;
  private final Instant now;
  private final List<Part> parts = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Set<String> reasons = new LinkedHashSet<>();

  private Undoing(View view, Instant now) {
    this.view = view;
    this.now = now;
  }

  /// The way back from a change.
  ///
  /// @param all that the change touched, in the order in which it did
  public static Planned of(String change, List<Footprint> all, View view, Instant now) {
    var undoing = new Undoing(view, now);
    var changed = all.stream().filter(Undoing::matters).toList();
    // What was done last is taken back first.
    changed.reversed().forEach(footprint -> undoing.add(footprint, changed.size() == 1));
    return undoing.planned(change);
  }

  /// What was done inside a pod leaves no trace in its state, and has its reason all the same.
  private static boolean matters(Footprint footprint) {
    return footprint.isChanged() || footprint.entity().kind() == EntityKind.POD;
  }

  private Planned planned(String change) {
    if (!reasons.isEmpty()) {
      return new Planned.Refused(
          Rejection.conflict(
              "Change %s cannot be taken back. %s".formatted(change, String.join(" ", reasons))));
    }
    return parts.isEmpty()
        ? new Planned.Needless(
            "There is nothing to take back: what change %s has changed is as before, or it changed nothing that users decide."
                .formatted(change))
        : new Planned.Possible(new Plan(parts, notes));
  }

  private void add(Footprint past, boolean isAlone) {
    switch (isAlone ? Reversal.of(past, now) : leavingProject(past)) {
      case Way.Blocked(var why) -> reasons.add(why);
      case Way.Open open when open.steps().isEmpty() -> {}
      case Way.Open open -> {
        parts.add(open.part(past.entity(), past.sequence()));
        open.steps().forEach(this::follow);
      }
    }
  }

  /// A project that was made together with others cannot go before those are gone; it stays.
  private Way leavingProject(Footprint past) {
    var first = past.spans().getFirst().before();
    if (!(first instanceof Project.Absent) || !(past.now() instanceof Project.Active project)) {
      return Reversal.of(past, now);
    }
    notes.add(
        "Project %s stays. `helyos project delete %s` deletes it when it is empty."
            .formatted(project.name(), project.name()));
    return new Way.Open(List.of());
  }

  /// What has to hold beside a deployment that comes back.
  private void follow(Step step) {
    if (!(step.command() instanceof Deploy deploy)) return;
    if (step.before() instanceof Deployment.Active) return;
    var id = deploy.id();
    var project = project(id);
    if (project.isEmpty()) {
      reasons.add(
          "Project %s was deleted since. Make it again first: helyos project create %s."
              .formatted(id.project(), id.project()));
    } else if (project.get().suspended()) {
      reasons.add(
          "Project %s is suspended. Resume it first: helyos project resume %s."
              .formatted(id.project(), id.project()));
    }
    parts.add(listing(id));
  }

  private Optional<Project.Active> project(DeploymentId id) {
    return view.project(id.project())
        .map(Row::state)
        .filter(Project.Active.class::isInstance)
        .map(Project.Active.class::cast);
  }

  /// Its project knows it, as after any deploy.
  static Part listing(DeploymentId id) {
    var entity = EntityId.project(id.project());
    var absent = new Project.Absent();
    var step = new Step(entity, new ListDeployment(id.project(), id.name()), absent, absent);
    return new Part(entity, Optional.empty(), List.of(step));
  }
}
