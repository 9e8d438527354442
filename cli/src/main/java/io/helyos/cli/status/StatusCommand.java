package io.helyos.cli.status;

import io.helyos.cli.output.Facts;
import io.helyos.cli.output.OutputFormat;
import io.helyos.cli.output.OutputOption;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// The first look of the day.
@Command(
    name = "status",
    description = "Tell how the cluster stands.",
    footer = {"%nExamples:", "  helyos status"})
public final class StatusCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin OutputOption output = new OutputOption();

  public StatusCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var target = shell.target();
    var status = ClusterStatus.of(shell.client(target), target.endpoint().server().toString());
    if (output.format(shell) != OutputFormat.TABLE) {
      output.printer(shell).outcome(status, status.mode());
      return ExitCode.DONE;
    }
    new Facts()
        .add("Server", status.server())
        .add("Mode", status.mode())
        .add("Nodes", status.nodesReady() + " of " + status.nodes() + " ready")
        .add("Projects", status.projects())
        .add(
            "Deployments",
            "%d running, %d stopped, %d in all"
                .formatted(
                    status.deploymentsRunning(), status.deploymentsStopped(), status.deployments()))
        .add(
            "Pods",
            "%d running, %d restarting, %d in all"
                .formatted(status.podsRunning(), status.podsRestarting(), status.pods()))
        .print(shell.out());
    return ExitCode.DONE;
  }
}
