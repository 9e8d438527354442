package io.helyos.cli.rollout;

import io.helyos.cli.deployment.DeploymentName;
import io.helyos.cli.output.OutputOption;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// All revisions, from the oldest to the newest.
@Command(
    name = "history",
    description = "List the revisions of a deployment.",
    footer = {"%nExamples:", "  helyos rollout history api -p shop"})
public final class HistoryCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin DeploymentName deployment = new DeploymentName();

  @Mixin OutputOption output = new OutputOption();

  public HistoryCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var name = deployment.full(shell);
    var revisions = shell.client().rollouts().revisions(name.project(), name.name());
    output.printer(shell).list(RevisionView.at(shell.clock()), revisions);
    return ExitCode.DONE;
  }
}
