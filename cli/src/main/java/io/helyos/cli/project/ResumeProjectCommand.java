package io.helyos.cli.project;

import io.helyos.cli.deployment.Outcome;
import io.helyos.cli.output.OutputOption;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// The way back from `suspend`.
@Command(
    name = "resume",
    description = "Bring a suspended project's pods back.",
    footer = {"%nExamples:", "  helyos project resume shop"})
public final class ResumeProjectCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "PROJECT", description = "Its name.")
  String name = "";

  @Mixin OutputOption output = new OutputOption();

  public ResumeProjectCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Outcome.print(shell, output, shell.client().resumeProject(name), "Resumed project " + name);
    return ExitCode.DONE;
  }
}
