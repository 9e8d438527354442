package io.helyos.cli.history;

import io.helyos.cli.deployment.DeploymentName;
import io.helyos.cli.output.OutputFormat;
import io.helyos.cli.output.OutputOption;
import io.helyos.cli.pod.PodName;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import io.helyos.client.HelyosClient;
import io.helyos.client.failure.FailureKind;
import io.helyos.client.failure.RequestRefused;
import io.helyos.contract.resource.WhyResource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// From what a thing is like back to the command that it follows from.
@Command(
    name = "why",
    description = "Tell why a pod or a deployment is as it is.",
    footer = {"%nExamples:", "  helyos why helyos-shop-api-0", "  helyos why shop/api"})
public final class WhyCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(
      paramLabel = "DEPLOYMENT|POD",
      description = "helyos-shop-api-0, or api-0 of the project; api, or shop/api.")
  String name = "";

  @Option(
      names = {"-p", "--project"},
      paramLabel = "PROJECT",
      description = "Its project, unless the name says it.")
  Optional<String> project = Optional.empty();

  @Option(names = "--all", description = "Every step, however many.")
  boolean all;

  @Mixin OutputOption output = new OutputOption();

  public WhyCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var why = why(shell.client());
    if (output.format(shell) == OutputFormat.TABLE) {
      new Reasoning(shell).print(why.chain(), all);
    } else {
      output.printer(shell).outcome(why, why.entity());
    }
    return ExitCode.DONE;
  }

  /// The name of a deployment may look like that of a pod; the pod's own name never does not.
  private WhyResource why(HelyosClient client) {
    if (name.startsWith("helyos-") || name.startsWith("pod/")) return pod(client);
    var full = DeploymentName.full(name, project, shell);
    try {
      return client.histories().whyDeployment(full.project(), full.name());
    } catch (RequestRefused e) {
      if (e.kind() != FailureKind.NOT_FOUND || !name.matches("[^/]+-\\d+")) throw e;
      return pod(client);
    }
  }

  private WhyResource pod(HelyosClient client) {
    return client.histories().whyPod(new PodName(name, project).whole(shell));
  }
}
