package io.helyos.cli.deployment;

import io.helyos.cli.output.OutputOption;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// No question: nothing is lost, for a deploy or a scale brings the pods back.
@Command(
    name = "stop",
    description = "Stop the pods of a deployment and keep its definition.",
    footer = {"%nExamples:", "  helyos stop api -p shop"})
public final class StopCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin DeploymentName deployment = new DeploymentName();

  @Mixin OutputOption output = new OutputOption();

  public StopCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var name = deployment.full(shell);
    var change = shell.client().stop(name.project(), name.name());
    Outcome.print(
        shell, output, change, "Stopped " + name + "; deploy or scale it to start it again");
    return ExitCode.DONE;
  }
}
