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
import io.helyos.model.template.PodTemplate;
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
      case Active was -> new Undo.By<>(restore(was, after));
    };
  }

  private static List<DeploymentCommand> restore(Active was, Deployment after) {
    var commands = new ArrayList<DeploymentCommand>();
    var isPaused = after instanceof Active is && is.rollout().paused();
    // Pods that still run the revision of before need not be replaced.
    if (after instanceof Active is && isReturn(was, is)) {
      commands.add(new Rollback(was.id(), Optional.of(was.revision())));
      if (!isAsDefined(was, is, is.revision(was.revision()).template())) commands.add(deploy(was));
    } else if (!(after instanceof Active is && isAsDefined(was, is, is.template()))) {
      commands.add(deploy(was));
    }
    if (was.mode() == Mode.STOPPED) commands.add(new Stop(was.id()));
    if (was.rollout().paused() && !isPaused) commands.add(new PauseRollout(was.id()));
    if (isPaused && !was.rollout().paused()) commands.add(new ResumeRollout(was.id()));
    return commands;
  }

  /// A paused rollout takes no rollback; a deploy of the same template comes to the same.
  private static boolean isReturn(Active was, Active is) {
    var there = is.revisions().get(was.revision());
    var isSame = was.template().equals(is.template());
    return was.revision() != is.revision()
        && there != null
        && there.template().equals(was.template())
        && (isSame || !is.rollout().paused());
  }

  /// @param template that it has by then
  private static boolean isAsDefined(Active was, Active is, PodTemplate template) {
    return template.equals(was.template())
        && (was.everyNode().isPresent() || was.replicas() == is.replicas())
        && was.everyNode()
            .map(EveryNode::selectors)
            .equals(is.everyNode().map(EveryNode::selectors))
        && was.labels().equals(is.labels())
        && was.update().equals(is.update())
        && was.expires().equals(is.expires())
        && (is.mode() == Mode.RUNNING || is.mode() == was.mode());
  }

  private static DeploymentCommand deploy(Active was) {
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
