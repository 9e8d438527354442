package io.helyos.cli.run;

import io.helyos.cli.deploy.WaitOptions;
import io.helyos.cli.output.Documents;
import io.helyos.cli.output.OutputFormat;
import io.helyos.cli.output.OutputOption;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// One container to try something with. A name that is taken is refused, never overwritten, even
/// when two come at once.
@Command(
    name = "run",
    description = "Run an image once, to debug; what has ended stays ended.",
    footer = {
      "%nExamples:",
      "  helyos run shell --image busybox -- sleep 3600",
      "  helyos run probe --image busybox -e URL=http://api:3000 --command -- sh -c env",
      "  helyos run web --image nginx --port 8080:80 --memory 128m --detach",
      "  helyos rm shell -y"
    })
public final class RunCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin RunOptions what = new RunOptions();

  @Option(
      names = {"-n", "--dry-run"},
      description = "Only print the spec.")
  boolean dryRun;

  @Mixin WaitOptions waiting = new WaitOptions();

  @Mixin OutputOption output = new OutputOption();

  public RunCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws InterruptedException {
    var spec = RunSpec.checked(what, shell.project(what.project));
    var format = output.format(shell);
    if (dryRun) {
      var isJson = format == OutputFormat.JSON;
      if (isJson) shell.out().println(Documents.pretty(spec.tree()));
      else shell.out().print(Documents.yaml(spec.tree()));
      return ExitCode.DONE;
    }
    var running = new Running(shell, spec);
    var result = waiting.detach() ? running.detached() : running.watched(waiting.timeout());
    new RunReport(shell, format).print(result);
    return result.succeeded() ? ExitCode.DONE : ExitCode.FAILED;
  }
}
