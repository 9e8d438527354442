package io.helyos.cli.node;

import io.helyos.cli.output.Ages;
import io.helyos.cli.output.Amounts;
import io.helyos.cli.output.AtOption;
import io.helyos.cli.output.Facts;
import io.helyos.cli.output.OutputFormat;
import io.helyos.cli.output.OutputOption;
import io.helyos.cli.output.TablePrinter;
import io.helyos.cli.pod.PodView;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import io.helyos.client.Listing;
import io.helyos.contract.resource.NodeResource;
import io.helyos.contract.resource.PodResource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// One node with the pods that run on it.
@Command(
    name = "node",
    description = "Tell all about a node and its pods.",
    footer = {"%nExamples:", "  helyos describe node alpha"})
public final class DescribeNodeCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "NODE", description = "Its name.")
  String name = "";

  @Mixin OutputOption output = new OutputOption();

  @Mixin AtOption at = new AtOption();

  public DescribeNodeCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var client = at.on(shell.client());
    var node = client.node(name);
    if (output.format(shell) != OutputFormat.TABLE) {
      var view = NodeView.at(shell.clock(), shell.terminal());
      output.printer(shell).one(view, new NodeRow(node, Optional.empty()));
      return ExitCode.DONE;
    }
    describe(node);
    var pods = client.pods(Listing.all());
    pods(pods.stream().filter(it -> name.equals(it.node())).toList());
    return ExitCode.DONE;
  }

  private void describe(NodeResource node) {
    var has = node.resources();
    new Facts()
        .add("Name", node.name())
        .add("Role", node.role().word())
        .add("Status", NodeView.status(node))
        .some("Message", node.message())
        .add("Address", node.address())
        .some("Engine", node.engine())
        .some("Labels", NodeView.labels(node))
        .add("CPU", free(Amounts.number(has.cpuAvailable()), Amounts.number(has.cpuCores())))
        .add("Memory", free(Amounts.bytes(has.memoryAvailable()), Amounts.bytes(has.memoryBytes())))
        .add("Pods", has.runningPods())
        .add("Seen", Ages.of(node.lastHeartbeat(), shell.clock().instant()) + " ago")
        .print(shell.out());
  }

  private void pods(List<PodResource> pods) {
    if (pods.isEmpty()) return;
    shell.out().println("Running here:");
    var view = PodView.at(shell.clock());
    new TablePrinter(shell.out(), shell.terminal()).print(view.columns(), pods);
  }

  private static String free(String free, String all) {
    return free + " of " + all + " not reserved";
  }
}
