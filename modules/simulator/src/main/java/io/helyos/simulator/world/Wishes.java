package io.helyos.simulator.world;

import io.helyos.model.DeploymentId;
import io.helyos.model.EntityId;
import io.helyos.model.deployment.Deployment;
import io.helyos.model.deployment.Deployment.Mode;
import io.helyos.model.deployment.DeploymentCommand.Deploy;
import io.helyos.model.deployment.DeploymentCommand.Remove;
import io.helyos.model.deployment.DeploymentCommand.Scale;
import io.helyos.model.deployment.DeploymentCommand.Stop;
import io.helyos.model.node.Node;
import io.helyos.model.node.NodeCommand.Cordon;
import io.helyos.model.node.NodeCommand.Uncordon;
import io.helyos.model.project.Project;
import io.helyos.model.project.ProjectCommand.Resume;
import io.helyos.model.project.ProjectCommand.Suspend;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What users were told is done. In the end it is to be seen, unless a user has wanted something
/// else of the same thing since.
final class Wishes {
  private record Wish(long sequence, Object command) {}

  private final World world;
  private final Map<EntityId, Wish> last = new LinkedHashMap<>();

  Wishes(World world) {
    this.world = world;
  }

  /// @param sequence of the entity when the command was done
  void acknowledged(EntityId entity, long sequence, Object command) {
    var wish = new Wish(sequence, command);
    last.merge(entity, wish, (known, now) -> now.sequence() < known.sequence() ? known : now);
  }

  /// The last wishes that are not fulfilled.
  List<String> unmet() {
    return last.entrySet().stream()
        .filter(entry -> !isOvertaken(entry.getKey(), entry.getValue()))
        .filter(entry -> !isMet(entry.getValue().command(), world.journal().state(entry.getKey())))
        .map(entry ->
            "%s was acknowledged, and %s is %s"
                .formatted(
                    entry.getValue().command(),
                    entry.getKey(),
                    world.journal().state(entry.getKey())))
        .toList();
  }

  /// Also by a command whose answer no user has heard.
  private boolean isOvertaken(EntityId entity, Wish wish) {
    return world.journal().of(entity).stream()
        .anyMatch(stored -> stored.sequence() > wish.sequence() && stored.request().isOfUser());
  }

  private static boolean isMet(Object command, Object state) {
    return switch (command) {
      case Deploy(var id, var template, var replicas, var labels, _, _, _) ->
          active(state, id)
              .filter(is -> is.mode() == Mode.RUNNING && is.replicas() == replicas)
              .filter(is -> is.template().equals(template) && is.labels().equals(labels))
              .isPresent();
      case Scale(var id, var replicas) ->
          active(state, id)
              .filter(is -> is.mode() == Mode.RUNNING && is.replicas() == replicas)
              .isPresent();
      case Stop(var id) -> active(state, id).filter(is -> is.mode() == Mode.RUNNING).isEmpty();
      case Remove(var id) -> active(state, id).isEmpty();
      case Suspend() -> state instanceof Project.Active project && project.suspended();
      case Resume() -> state instanceof Project.Active project && !project.suspended();
      case Cordon() -> state instanceof Node.Registered node && node.cordoned();
      case Uncordon() -> state instanceof Node.Registered node && !node.cordoned();
      default -> throw new IllegalArgumentException("No user says " + command);
    };
  }

  private static Optional<Deployment.Active> active(Object state, DeploymentId id) {
    return state instanceof Deployment.Active active && active.id().equals(id)
        ? Optional.of(active)
        : Optional.empty();
  }
}
