package io.helyos.cli.context;

import io.helyos.cli.output.OutputOption;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// All clusters of the configuration.
@Command(
    name = "ls",
    aliases = "list",
    description = "List contexts.",
    footer = {"%nExamples:", "  helyos context ls"})
public final class ListContextsCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin OutputOption output = new OutputOption();

  public ListContextsCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    output.printer(shell).list(ContextRow.VIEW, ContextRow.all(shell.configFile().load()));
    return ExitCode.DONE;
  }
}
