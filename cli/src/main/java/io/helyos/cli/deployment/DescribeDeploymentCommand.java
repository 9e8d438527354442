package io.helyos.cli.deployment;

import io.helyos.cli.output.Ages;
import io.helyos.cli.output.AtOption;
import io.helyos.cli.output.Facts;
import io.helyos.cli.output.OutputFormat;
import io.helyos.cli.output.OutputOption;
import io.helyos.cli.output.SafeText;
import io.helyos.cli.output.TablePrinter;
import io.helyos.cli.pod.PodView;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import io.helyos.client.Listing;
import io.helyos.contract.resource.DeploymentResource;
import io.helyos.contract.resource.PodResource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// One deployment with its pods: two requests, so the pods may be a moment newer.
@Command(
    name = "deployment",
    description = "Tell all about a deployment and its pods.",
    footer = {"%nExamples:", "  helyos describe deployment api -p shop"})
public final class DescribeDeploymentCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin DeploymentName deployment = new DeploymentName();

  @Mixin OutputOption output = new OutputOption();

  @Mixin AtOption at = new AtOption();

  public DescribeDeploymentCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var name = deployment.full(shell);
    var client = at.on(shell.client());
    var found = client.deployment(name.project(), name.name());
    if (output.format(shell) != OutputFormat.TABLE) {
      output.printer(shell).one(DeploymentView.at(shell.clock()), found);
      return ExitCode.DONE;
    }
    describe(found);
    failure(found);
    var pods = client.pods(Listing.of(name.project()));
    pods(pods.stream().filter(it -> it.deploymentName().equals(name.name())).toList());
    return ExitCode.DONE;
  }

  private void describe(DeploymentResource it) {
    var now = shell.clock().instant();
    new Facts()
        .add("Name", it.name())
        .add("Project", it.project())
        .add("Status", it.status().word())
        .some("Message", it.message())
        .add("Replicas", it.ready() + " of " + it.spec().replicas() + " ready")
        .some("Placement", placement(it))
        .add("Revision", it.revision())
        .some("Rollout", rollout(it))
        .add("Image", it.spec().image())
        .some("Ports", PortsText.of(it))
        .some("Env", String.join(", ", it.spec().env().keySet()))
        .some("Secrets", String.join(", ", it.spec().secrets()))
        .some("Healthcheck", ProbeText.of(it.template().get("healthcheck")))
        .some("Readiness", ProbeText.of(it.template().get("readiness")))
        .add("Restart", it.spec().restart())
        .some("Limits", limits(it))
        .some("Labels", DeploymentView.labels(it))
        .some("Expires", it.expires() == null ? "" : it.expires().toString())
        .add("Age", Ages.of(it.createdAt(), now))
        .add("Changed", Ages.of(it.updatedAt(), now) + " ago")
        .print(shell.out());
  }

  /// What the last lines of a failed pod say is gone with the pod; its deployment has kept them.
  private void failure(DeploymentResource it) {
    var failure = it.rollout() == null ? null : it.rollout().failure();
    if (failure == null || failure.lastLines().isEmpty()) return;
    shell
        .out()
        .println("Last lines of " + failure.pod() + ", revision " + failure.revision() + ":");
    failure.lastLines().forEach(line -> shell.out().println("  " + SafeText.line(line)));
  }

  private static String rollout(DeploymentResource it) {
    var rollout = it.rollout();
    return rollout == null
        ? ""
        : "%s, %d of %d pods updated"
            .formatted(rollout.state().word(), rollout.updated(), rollout.replicas());
  }

  private void pods(List<PodResource> pods) {
    if (pods.isEmpty()) return;
    shell.out().println("Pods:");
    var view = PodView.at(shell.clock());
    new TablePrinter(shell.out(), shell.terminal()).print(view.columns(), pods);
  }

  private static String placement(DeploymentResource of) {
    if (of.placement().isEmpty()) return "";
    return of.placement().get("nodes") instanceof List<?> nodes && !nodes.isEmpty()
        ? "one pod on each node with "
            + nodes.stream().map(String::valueOf).collect(Collectors.joining(", "))
        : "one pod on each node";
  }

  private static String limits(DeploymentResource of) {
    var limits = of.spec().resources();
    return limits == null ? "" : limits.memory() + " memory, " + limits.cpu() + " cores";
  }
}
