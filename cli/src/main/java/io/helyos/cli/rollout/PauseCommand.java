package io.helyos.cli.rollout;

import io.helyos.cli.deployment.DeploymentName;
import io.helyos.cli.deployment.Outcome;
import io.helyos.cli.output.OutputOption;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// What is deployed meanwhile waits; scaling works.
@Command(
    name = "pause",
    description = "Hold the rollout of a deployment.",
    footer = {"%nExamples:", "  helyos rollout pause api -p shop"})
public final class PauseCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin DeploymentName deployment = new DeploymentName();

  @Mixin OutputOption output = new OutputOption();

  public PauseCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var name = deployment.full(shell);
    var change = shell.client().rollouts().pause(name.project(), name.name());
    Outcome.print(shell, output, change, "Paused the rollout of " + name);
    return ExitCode.DONE;
  }
}
