package io.helyos.cli.node;

import io.helyos.cli.deployment.Outcome;
import io.helyos.cli.output.OutputOption;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Takes back a cordon.
@Command(
    name = "uncordon",
    description = "Place new pods on a node again.",
    footer = {"%nExamples:", "  helyos node uncordon alpha"})
public final class UncordonCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "NODE", description = "Its name.")
  String name = "";

  @Mixin OutputOption output = new OutputOption();

  public UncordonCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Outcome.print(
        shell, output, shell.client().maintenance().uncordon(name), "Uncordoned node " + name);
    return ExitCode.DONE;
  }
}
