package io.helyos.cli.rollout;

import io.helyos.cli.deployment.DeploymentName;
import io.helyos.cli.deployment.Outcome;
import io.helyos.cli.output.OutputOption;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// The same template as a revision of its own, within the bounds of any rollout.
@Command(
    name = "restart",
    description = "Make all pods of a deployment anew.",
    footer = {"%nExamples:", "  helyos restart api -p shop"})
public final class RestartCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin DeploymentName deployment = new DeploymentName();

  @Mixin OutputOption output = new OutputOption();

  public RestartCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var name = deployment.full(shell);
    var change = shell.client().rollouts().restart(name.project(), name.name());
    Outcome.print(shell, output, change, "Restarting the pods of " + name);
    return ExitCode.DONE;
  }
}
