package io.helyos.cli.project;

import io.helyos.cli.deployment.Outcome;
import io.helyos.cli.output.OutputOption;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Question;
import io.helyos.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The daemon refuses while there are deployments in it: nothing that runs goes with it.
@Command(
    name = "delete",
    aliases = "rm",
    description = "Delete a project that has no deployments.",
    footer = {"%nExamples:", "  helyos project delete shop -y"})
public final class DeleteProjectCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "PROJECT", description = "Its name.")
  String name = "";

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
  boolean yes;

  @Mixin OutputOption output = new OutputOption();

  public DeleteProjectCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    if (!yes && !Question.of(shell).agreed("Delete the project " + name + "?")) {
      shell.err().println("Nothing was deleted.");
      return ExitCode.FAILED;
    }
    Outcome.print(shell, output, shell.client().deleteProject(name), "Deleted project " + name);
    return ExitCode.DONE;
  }
}
