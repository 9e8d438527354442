package io.helyos.cli.context;

import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// What the next command without `--context` talks to.
@Command(
    name = "use",
    description = "Make a context the current one.",
    footer = {"%nExamples:", "  helyos context use local"})
public final class UseContextCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "CONTEXT", description = "Its name.")
  String name = "";

  public UseContextCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    shell.configFile().update(config -> Contexts.required(config, name).using(name));
    shell.out().println("Now using the context " + name + ".");
    return ExitCode.DONE;
  }
}
