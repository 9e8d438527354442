package io.helyos.cli.pod;

import io.helyos.cli.output.Ages;
import io.helyos.cli.output.Facts;
import io.helyos.cli.output.OutputFormat;
import io.helyos.cli.output.OutputOption;
import io.helyos.cli.output.SafeText;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import io.helyos.client.HelyosClient;
import io.helyos.client.failure.FailureKind;
import io.helyos.client.failure.RequestRefused;
import io.helyos.contract.resource.PodResource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// One pod with all that explains its status, down to its last words.
@Command(
    name = "pod",
    description = "Tell all about a pod.",
    footer = {
      "%nExamples:",
      "  helyos describe pod helyos-shop-api-0",
      "  helyos describe pod api-0 -p shop"
    })
public final class DescribePodCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "POD", description = "helyos-shop-api-0, or api-0 of the project.")
  String name = "";

  @Option(
      names = {"-p", "--project"},
      paramLabel = "PROJECT",
      description = "For the short name.")
  Optional<String> project = Optional.empty();

  @Mixin OutputOption output = new OutputOption();

  public DescribePodCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var pod = find(shell.client());
    if (output.format(shell) == OutputFormat.TABLE) describe(pod);
    else output.printer(shell).one(PodView.at(shell.clock()), pod);
    return ExitCode.DONE;
  }

  private PodResource find(HelyosClient client) {
    try {
      return client.pod(name);
    } catch (RequestRefused e) {
      if (e.kind() != FailureKind.NOT_FOUND || name.startsWith("helyos-")) throw e;
      return client.pod("helyos-" + shell.project(project) + "-" + name);
    }
  }

  private void describe(PodResource pod) {
    new Facts()
        .add("Name", pod.name())
        .add("Project", pod.project())
        .add("Deployment", pod.deploymentName())
        .add("Status", pod.status().label())
        .some("Reason", pod.reason())
        .some("Message", pod.message())
        .add("Ready", pod.ready() ? "yes" : "no")
        .some("Exit code", pod.exitCode() == null ? "" : pod.exitCode().toString())
        .add("Restarts", pod.restartCount())
        .add("Revision", pod.revision())
        .add("Incarnation", pod.incarnation() + ", attempt " + pod.attempt())
        .add("Image", pod.image())
        .some("Digest", pod.digest())
        .some("Node", Objects.requireNonNullElse(pod.node(), ""))
        .some("Container", Objects.requireNonNullElse(pod.containerId(), ""))
        .some("Address", Objects.requireNonNullElse(pod.containerIp(), ""))
        .some("Ports", PodView.ports(pod))
        .add("Age", Ages.of(pod.createdAt(), shell.clock().instant()))
        .print(shell.out());
    if (pod.lastLines().isEmpty()) return;
    shell.out().println("Last lines:");
    pod.lastLines().forEach(line -> shell.out().println("  " + SafeText.line(line)));
  }
}
