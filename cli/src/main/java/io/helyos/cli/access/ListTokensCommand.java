package io.helyos.cli.access;

import io.helyos.cli.output.OutputOption;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Who may talk to the daemon; what was revoked stays in the list.
@Command(
    name = "ls",
    aliases = "list",
    description = "List tokens, without their secrets.",
    footer = {"%nExamples:", "  helyos auth token ls"})
public final class ListTokensCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin OutputOption output = new OutputOption();

  public ListTokensCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    output.printer(shell).list(TokenView.at(shell.clock()), shell.client().tokens().all());
    return ExitCode.DONE;
  }
}
