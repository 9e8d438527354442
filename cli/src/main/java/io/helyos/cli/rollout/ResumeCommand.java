package io.helyos.cli.rollout;

import io.helyos.cli.deployment.DeploymentName;
import io.helyos.cli.deployment.Outcome;
import io.helyos.cli.output.OutputOption;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// A paused rollout goes on with the time that it had left; one that failed starts over.
@Command(
    name = "resume",
    description = "Go on with a rollout, or try again what has failed.",
    footer = {"%nExamples:", "  helyos rollout resume api -p shop"})
public final class ResumeCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin DeploymentName deployment = new DeploymentName();

  @Mixin OutputOption output = new OutputOption();

  public ResumeCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var name = deployment.full(shell);
    var change = shell.client().rollouts().resume(name.project(), name.name());
    Outcome.print(shell, output, change, "Resumed the rollout of " + name);
    return ExitCode.DONE;
  }
}
