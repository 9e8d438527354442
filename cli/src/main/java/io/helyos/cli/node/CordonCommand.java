package io.helyos.cli.node;

import io.helyos.cli.deployment.Outcome;
import io.helyos.cli.output.OutputOption;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// For a machine that is to be left alone for a while.
@Command(
    name = "cordon",
    description = "Place no new pods on a node; those that run there stay.",
    footer = {"%nExamples:", "  helyos node cordon alpha"})
public final class CordonCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "NODE", description = "Its name.")
  String name = "";

  @Mixin OutputOption output = new OutputOption();

  public CordonCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Outcome.print(
        shell, output, shell.client().maintenance().cordon(name), "Cordoned node " + name);
    return ExitCode.DONE;
  }
}
