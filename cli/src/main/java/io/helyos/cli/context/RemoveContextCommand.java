package io.helyos.cli.context;

import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// The former file stays beside the new one, so that a slip can be undone by hand.
@Command(
    name = "rm",
    description = "Forget a context and its token.",
    footer = {"%nExamples:", "  helyos context rm old"})
public final class RemoveContextCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "CONTEXT", description = "Its name.")
  String name = "";

  public RemoveContextCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    shell.configFile().update(config -> Contexts.required(config, name).without(name));
    shell.out().println("Removed the context " + name + ".");
    return ExitCode.DONE;
  }
}
