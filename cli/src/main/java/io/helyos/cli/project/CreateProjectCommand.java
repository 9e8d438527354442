package io.helyos.cli.project;

import io.helyos.cli.deployment.Outcome;
import io.helyos.cli.output.OutputOption;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Seldom needed: a deploy makes its project.
@Command(
    name = "create",
    description = "Make a project.",
    footer = {"%nExamples:", "  helyos project create shop"})
public final class CreateProjectCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "NAME", description = "Its name.")
  String name = "";

  @Mixin OutputOption output = new OutputOption();

  public CreateProjectCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Outcome.print(shell, output, shell.client().createProject(name), "Created project " + name);
    return ExitCode.DONE;
  }
}
