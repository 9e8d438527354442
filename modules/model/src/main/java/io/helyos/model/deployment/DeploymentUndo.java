package io.helyos.model.deployment;

import io.helyos.model.Undo;
import io.helyos.model.deployment.Deployment.Absent;
import io.helyos.model.deployment.Deployment.Active;
import io.helyos.model.deployment.Deployment.Mode;
import io.helyos.model.deployment.DeploymentCommand.Deploy;
import io.helyos.model.deployment.DeploymentCommand.PauseRollout;
import io.helyos.model.deployment.DeploymentCommand.Remove;
import io.helyos.model.deployment.DeploymentCommand.ResumeRollout;
import io.helyos.model.deployment.DeploymentCommand.Rollback;
import io.helyos.model.deployment.DeploymentCommand.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a user's change of a deployment is taken back: by what leads to the state before.
final class DeploymentUndo {
  private DeploymentUndo() {}

  static Undo<DeploymentCommand> of(Deployment before, Deployment after) {
    return switch (before) {
      case Absent _ when after instanceof Active now -> Undo.by(new Remove(now.id()));
      case Absent _ -> new Undo.Impossible<>("There was no deployment before and there is none.");
      case Active was when was.mode() == Mode.REMOVING ->
          new Undo.Impossible<>("%s was being removed.".formatted(was.id()));
      case Active was when was.mode() == Mode.STOPPED ->
          new Undo.By<>(List.of(restore(was), new Stop(was.id())));
      case Active was -> new Undo.By<>(restoreRunning(was, after));
    };
  }

  private static List<DeploymentCommand> restoreRunning(Active was, Deployment after) {
    var commands = new ArrayList<DeploymentCommand>();
    if (after instanceof Active is) {
      // Pods that still run the revision of before need not be replaced.
      var runsOther = !was.template().equals(is.template());
      if (runsOther && is.revisions().containsKey(was.revision()) && !is.rollout().paused()) {
        commands.add(new Rollback(was.id(), Optional.of(was.revision())));
      }
      commands.add(restore(was));
      if (was.rollout().paused() && !is.rollout().paused()) {
        commands.add(new PauseRollout(was.id()));
      } else if (is.rollout().paused() && !was.rollout().paused()) {
        commands.add(new ResumeRollout(was.id()));
      }
    } else {
      commands.add(restore(was));
    }
    return commands;
  }

  private static DeploymentCommand restore(Active was) {
    return new Deploy(
        was.id(),
        was.template(),
        was.replicas(),
        was.labels(),
        was.update(),
        was.expires(),
        was.everyNode().map(EveryNode::selectors));
  }
}
