package io.helyos.cli.undo;

import io.helyos.cli.output.OutputOption;
import io.helyos.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// All deployments of a project at once.
@Command(
    name = "project",
    description = "Make all deployments of a project what they were at an earlier time.",
    footer = {
      "%nExamples:",
      "  helyos restore project shop --at 2h --dry-run",
      "  helyos restore project shop --at 2026-01-31T12:00:00Z -y"
    })
public final class RestoreProjectCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "PROJECT", description = "Its name.")
  String name = "";

  @Option(
      names = "--at",
      required = true,
      paramLabel = "TIME",
      description =
          "2026-01-31T12:00:00Z, \"10m ago\", or the id of a change for the moment after it.")
  String at = "";

  @Mixin Agreement agreement = new Agreement();

  @Mixin OutputOption output = new OutputOption();

  public RestoreProjectCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var reversals = shell.client().reversals();
    var offer = reversals.restore(name, at);
    // "10m ago" means another time by now; the plan tells which one it is for.
    var time = offer.plan().at() == null ? at : offer.plan().at().toString();
    return agreement.settle(
        shell,
        output,
        offer,
        "Make project %s what it was at %s?".formatted(name, time),
        tag -> reversals.restore(name, time, tag),
        "Restored project " + name);
  }
}
