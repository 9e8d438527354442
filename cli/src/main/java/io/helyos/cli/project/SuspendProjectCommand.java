package io.helyos.cli.project;

import io.helyos.cli.deployment.Outcome;
import io.helyos.cli.output.OutputOption;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// A brake for deploys; what the project's pods do meanwhile is the daemon's to say.
@Command(
    name = "suspend",
    description = "Take a project's pods down and refuse deploys until it is resumed.",
    footer = {"%nExamples:", "  helyos project suspend shop"})
public final class SuspendProjectCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "PROJECT", description = "Its name.")
  String name = "";

  @Mixin OutputOption output = new OutputOption();

  public SuspendProjectCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Outcome.print(shell, output, shell.client().suspendProject(name), "Suspended project " + name);
    return ExitCode.DONE;
  }
}
