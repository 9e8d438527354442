package io.helyos.cli.deployment;

import io.helyos.cli.output.OutputOption;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import io.helyos.contract.resource.DeploymentResource;
import io.helyos.contract.resource.DeploymentStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Answers when the wish is stored; `wait` or `pods -w` show it come true.
@Command(
    name = "scale",
    description = "Set how many pods a deployment has.",
    footer = {"%nExamples:", "  helyos scale api 5 -p shop", "  helyos scale shop/api 0"})
public final class ScaleCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin DeploymentName deployment = new DeploymentName();

  @Parameters(
      index = "1",
      paramLabel = "REPLICAS",
      converter = Replicas.class,
      description = "0 to 10000; 0 keeps the deployment without pods.")
  int replicas;

  @Mixin OutputOption output = new OutputOption();

  public ScaleCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var name = deployment.full(shell);
    var change = shell.client().scale(name.project(), name.name(), replicas);
    var pods = replicas == 1 ? " replica" : " replicas";
    Outcome.print(shell, output, change, "Scaled " + name + " to " + replicas + pods);
    if (replicas > 0 && change.object().filter(ScaleCommand::isHeldBack).isPresent()) {
      shell.err().println("note: " + heldBack(name));
    }
    return ExitCode.DONE;
  }

  /// A scale starts what was stopped by hand; what stays stopped has a project that is suspended.
  private static boolean isHeldBack(DeploymentResource scaled) {
    return scaled.status() == DeploymentStatus.STOPPED;
  }

  private static String heldBack(DeploymentName.Full name) {
    return "project %s is suspended; the pods come when it is resumed: helyos project resume %s"
        .formatted(name.project(), name.project());
  }
}
