package io.helyos.cli.node;

import io.helyos.cli.deployment.Outcome;
import io.helyos.cli.output.OutputOption;
import io.helyos.cli.output.SafeText;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Seconds;
import io.helyos.cli.shell.Shell;
import io.helyos.cli.watch.Changes;
import io.helyos.client.stream.EventQuery;
import io.helyos.contract.resource.NodeResource;
import io.helyos.contract.resource.NodeStatus;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Waits until no pod has to leave any more; the daemon drains on when nobody waits.
@Command(
    name = "drain",
    description = "Move the pods of a node elsewhere, and place no new ones there.",
    footer = {
      "%nExamples:",
      "  helyos node drain alpha",
      "  helyos node drain alpha --deadline 1h --detach",
      "  helyos node drain alpha --cancel"
    })
public final class DrainCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "NODE", description = "Its name.")
  String name = "";

  @Option(names = "--cancel", description = "Move no more pods; those that are left stay.")
  boolean cancel;

  @Option(
      names = "--wait",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Wait until its pods have left. Default: yes.")
  boolean wait = true;

  @Option(names = "--detach", description = "Do not wait.")
  boolean detach;

  @Option(
      names = "--deadline",
      paramLabel = "TIME",
      converter = Seconds.class,
      description = "When to stop moving pods: 60, 90s, 5m. Default: 10m.")
  Duration deadline = Duration.ofMinutes(10);

  @Mixin OutputOption output = new OutputOption();

  public DrainCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (cancel) {
      Outcome.print(
          shell,
          output,
          shell.client().maintenance().cancelDrain(name),
          "Cancelled the drain of node " + name);
      return ExitCode.DONE;
    }
    var change = shell.client().maintenance().drain(name, deadline);
    if (detach || !wait) {
      Outcome.print(shell, output, change, "Draining node " + name);
      return ExitCode.DONE;
    }
    var last = follow();
    var isDone = last.status() == NodeStatus.DRAINING && last.toLeave() == 0;
    var said = isDone ? "Drained node " + name : "Did not drain node " + name;
    Outcome.print(shell, output, change, said);
    if (!isDone) shell.err().println(SafeText.line(last.message()));
    return isDone ? ExitCode.DONE : ExitCode.FAILED;
  }

  private NodeResource follow() throws InterruptedException {
    var client = shell.client();
    try (var stream = client.events(EventQuery.all())) {
      var changes = new Changes(stream);
      var now = client.node(name);
      while (now.status() == NodeStatus.DRAINING && now.toLeave() > 0) {
        changes.await(Duration.ofSeconds(5));
        var next = client.node(name);
        if (!next.message().equals(now.message())) {
          shell.err().println(SafeText.line(next.message()));
        }
        now = next;
      }
      return now;
    }
  }
}
