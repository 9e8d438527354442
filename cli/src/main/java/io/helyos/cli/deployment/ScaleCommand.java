package io.helyos.cli.deployment;

import io.helyos.cli.output.OutputOption;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Answers when the wish is stored; `wait` or `pods -w` show it come true.
@Command(
    name = "scale",
    description = "Set how many pods a deployment has.",
    footer = {"%nExamples:", "  helyos scale api 5 -p shop", "  helyos scale shop/api 0"})
public final class ScaleCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin DeploymentName deployment = new DeploymentName();

  @Parameters(
      index = "1",
      paramLabel = "REPLICAS",
      converter = Replicas.class,
      description = "0 to 10000; 0 keeps the deployment without pods.")
  int replicas;

  @Mixin OutputOption output = new OutputOption();

  public ScaleCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var name = deployment.full(shell);
    var change = shell.client().scale(name.project(), name.name(), replicas);
    var pods = replicas == 1 ? " replica" : " replicas";
    Outcome.print(shell, output, change, "Scaled " + name + " to " + replicas + pods);
    return ExitCode.DONE;
  }
}
