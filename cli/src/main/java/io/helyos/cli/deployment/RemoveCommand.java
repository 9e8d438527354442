package io.helyos.cli.deployment;

import io.helyos.cli.output.OutputOption;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Question;
import io.helyos.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The definition goes too, so it asks first; history stays.
@Command(
    name = "rm",
    aliases = "delete",
    description = "Remove a deployment and its pods.",
    footer = {"%nExamples:", "  helyos rm api -p shop", "  helyos rm shop/api -y"})
public final class RemoveCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin DeploymentName deployment = new DeploymentName();

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
  boolean yes;

  @Mixin OutputOption output = new OutputOption();

  public RemoveCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var name = deployment.full(shell);
    if (!yes && !Question.of(shell).agreed("Remove " + name + " and its pods?")) {
      shell.err().println("Nothing was removed.");
      return ExitCode.FAILED;
    }
    var change = shell.client().delete(name.project(), name.name());
    Outcome.print(shell, output, change, "Removed " + name);
    return ExitCode.DONE;
  }
}
