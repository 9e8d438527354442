package io.helyos.cli.node;

import io.helyos.cli.deployment.Outcome;
import io.helyos.cli.output.OutputOption;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// The word of somebody who has looked at the machine: the brake cannot tell a dead machine from a
/// cut cable.
@Command(
    name = "confirm-loss",
    description = "Confirm that a silent node, which the brake holds back, is lost: its pods move.",
    footer = {"%nExamples:", "  helyos node confirm-loss alpha"})
public final class ConfirmLossCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "NODE", description = "Its name.")
  String name = "";

  @Mixin OutputOption output = new OutputOption();

  public ConfirmLossCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Outcome.print(
        shell,
        output,
        shell.client().maintenance().confirmLoss(name),
        "Confirmed the loss of node " + name);
    return ExitCode.DONE;
  }
}
