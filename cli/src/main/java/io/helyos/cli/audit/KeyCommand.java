package io.helyos.cli.audit;

import io.helyos.cli.output.OutputOption;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// By its key one knows whose checkpoint a file is.
@Command(
    name = "key",
    description = "Show the public half of the key that the daemon signs checkpoints with.",
    footer = {"%nExamples:", "  helyos audit key --json"})
public final class KeyCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin OutputOption output = new OutputOption();

  public KeyCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var key = shell.client().audits().key();
    output.printer(shell).outcome(key, key.key());
    return ExitCode.DONE;
  }
}
