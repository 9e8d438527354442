package io.helyos.cli.context;

import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// The place in the file stays, so that a comparison with the former one shows one line.
@Command(
    name = "rename",
    description = "Give a context another name.",
    footer = {"%nExamples:", "  helyos context rename local home"})
public final class RenameContextCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(index = "0", paramLabel = "CONTEXT", description = "Its name now.")
  String from = "";

  @Parameters(index = "1", paramLabel = "NEW", description = "Its name then.")
  String to = "";

  public RenameContextCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    shell
        .configFile()
        .update(config -> Contexts.free(Contexts.required(config, from), to).renamed(from, to));
    shell.out().println("Renamed the context " + from + " to " + to + ".");
    return ExitCode.DONE;
  }
}
