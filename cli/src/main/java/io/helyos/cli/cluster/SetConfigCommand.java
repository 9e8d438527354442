package io.helyos.cli.cluster;

import io.helyos.cli.deployment.Outcome;
import io.helyos.cli.output.OutputOption;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Holds from now on; nothing that runs is moved for it.
@Command(
    name = "set",
    description = "Choose what holds for the whole cluster.",
    footer = {
      "%nExamples:",
      "  helyos cluster config set scheduler binpack",
      "  helyos cluster config set node-timeout 1m"
    })
public final class SetConfigCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(index = "0", paramLabel = "KEY", description = "scheduler or node-timeout.")
  String key = "";

  @Parameters(
      index = "1",
      paramLabel = "VALUE",
      description = "spread or binpack; a time such as 30s, or nothing for that of the daemons.")
  String value = "";

  @Mixin OutputOption output = new OutputOption();

  public SetConfigCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var change = shell.client().clusterConfig().set(key, value);
    var told = value.isEmpty() ? "what is usual" : value;
    Outcome.print(shell, output, change, "Set " + key + " to " + told);
    return ExitCode.DONE;
  }
}
