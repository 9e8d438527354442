package io.helyos.cli.rollout;

import io.helyos.cli.deployment.DeploymentName;
import io.helyos.cli.deployment.Outcome;
import io.helyos.cli.output.OutputOption;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import io.helyos.client.Change;
import io.helyos.contract.resource.RolloutResource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Template and image together; pods that still run that revision are left alone.
@Command(
    name = "rollback",
    description = "Return a deployment to an earlier revision.",
    footer = {"%nExamples:", "  helyos rollback api -p shop", "  helyos rollback shop/api --to 3"})
public final class RollbackCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin DeploymentName deployment = new DeploymentName();

  @Option(
      names = "--to",
      paramLabel = "REVISION",
      description = "Its number. Default: the last other one that completed.")
  Optional<Integer> to = Optional.empty();

  @Mixin OutputOption output = new OutputOption();

  public RollbackCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var name = deployment.full(shell);
    var change = shell.client().rollouts().back(name.project(), name.name(), to);
    Outcome.print(
        shell, output, change, "Rolling " + name + " back to revision " + revision(change));
    return ExitCode.DONE;
  }

  private static long revision(Change<RolloutResource> change) {
    return change.object().map(RolloutResource::revision).orElse(0L);
  }
}
