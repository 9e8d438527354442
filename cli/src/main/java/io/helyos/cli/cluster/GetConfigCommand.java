package io.helyos.cli.cluster;

import io.helyos.cli.output.Facts;
import io.helyos.cli.output.OutputFormat;
import io.helyos.cli.output.OutputOption;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// What was never chosen is told as well.
@Command(
    name = "get",
    description = "Tell what holds for the whole cluster.",
    footer = {"%nExamples:", "  helyos cluster config get"})
public final class GetConfigCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin OutputOption output = new OutputOption();

  public GetConfigCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var config = shell.client().clusterConfig().get();
    if (output.format(shell) != OutputFormat.TABLE) {
      output.printer(shell).outcome(config, config.scheduler());
      return ExitCode.DONE;
    }
    var timeout = config.nodeTimeout();
    new Facts()
        .add("scheduler", config.scheduler())
        .add("node-timeout", timeout.isEmpty() ? "as the daemons were started" : timeout)
        .print(shell.out());
    return ExitCode.DONE;
  }
}
