package io.helyos.cli.context;

import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// For prompts and scripts: the bare name.
@Command(
    name = "current",
    description = "Print the name of the current context.",
    footer = {"%nExamples:", "  helyos context current"})
public final class CurrentContextCommand implements Callable<Integer> {
  private final Shell shell;

  public CurrentContextCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var name = shell.options().context().or(() -> shell.configFile().load().effective());
    shell.out().println(name.orElseThrow(Contexts::none));
    return ExitCode.DONE;
  }
}
