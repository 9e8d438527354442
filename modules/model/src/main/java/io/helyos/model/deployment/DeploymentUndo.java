package io.helyos.model.deployment;

import io.helyos.model.Undo;
import io.helyos.model.deployment.Deployment.Absent;
import io.helyos.model.deployment.Deployment.Active;
import io.helyos.model.deployment.Deployment.Mode;
import io.helyos.model.deployment.DeploymentCommand.Deploy;
import io.helyos.model.deployment.DeploymentCommand.Remove;
import io.helyos.model.deployment.DeploymentCommand.Stop;
import java.util.List;

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
      case Active was -> Undo.by(restore(was));
    };
  }

  private static DeploymentCommand restore(Active was) {
    return new Deploy(was.id(), was.template(), was.replicas(), was.labels());
  }
}
