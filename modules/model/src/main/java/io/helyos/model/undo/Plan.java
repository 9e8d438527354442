package io.helyos.model.undo;

import io.helyos.model.EntityId;
import io.helyos.model.deployment.DeploymentCommand;
import io.helyos.model.project.ProjectCommand.ListDeployment;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is to be done, in this order.
///
/// @param notes what a user should know beside the steps
public record Plan(List<Part> parts, List<String> notes) {
  public Plan {
    parts = List.copyOf(parts);
    notes = List.copyOf(notes);
  }

  /// What is commanded of one entity.
  ///
  /// @param expected the sequence from which this was thought through; empty where it does not
  ///   matter
  public record Part(EntityId entity, Optional<Long> expected, List<Step> steps) {
    public Part {
      steps = List.copyOf(steps);
    }

    /// Whether it comes to the same, whatever happened beside it.
    public boolean isAs(Part other) {
      return entity.equals(other.entity())
          && steps.stream()
              .map(Step::command)
              .toList()
              .equals(other.steps().stream().map(Step::command).toList());
    }
  }

  /// One command, and the states before and after it as far as can be foreseen.
  public record Step(EntityId entity, Object command, Object before, Object after) {
    /// In one word: `roll-back`, `scale`.
    public String action() {
      return command
          .getClass()
          .getSimpleName()
          .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
          .toLowerCase(Locale.ROOT);
    }

    /// Whose it is, as users write it.
    public String subject() {
      return command instanceof DeploymentCommand of ? of.id().toString() : entity.name();
    }

    public String words() {
      return action() + " " + subject();
    }
  }

  /// The steps that mean something to users: that a project lists its deployment goes without
  /// saying.
  public List<Step> shown() {
    return parts.stream()
        .flatMap(part -> part.steps().stream())
        .filter(step -> !(step.command() instanceof ListDeployment))
        .toList();
  }
}
