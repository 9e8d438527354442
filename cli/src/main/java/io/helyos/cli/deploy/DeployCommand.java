package io.helyos.cli.deploy;

import io.helyos.cli.output.OutputOption;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Send first, then watch: what the daemon has accepted goes on whatever happens here.
@Command(
    name = "deploy",
    aliases = "apply",
    description = "Send specs and wait until their pods run.",
    footer = {
      "%nExamples:",
      "  helyos deploy app.yaml",
      "  helyos deploy api.yaml web.yaml --timeout 5m",
      "  helyos deploy app.yaml --dry-run",
      "  helyos create deployment api --image nginx --dry-run -o yaml | helyos deploy -"
    })
public final class DeployCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "YAML or JSON; - is the input.")
  List<String> files = List.of();

  @Mixin WaitOptions options = new WaitOptions();

  @Option(
      names = "--dry-run",
      description = "Say what would change, which pods in which order, and where they would go.")
  boolean dryRun;

  @Mixin OutputOption output = new OutputOption();

  public DeployCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws InterruptedException {
    var format = output.format(shell);
    var specs = new SpecCheck(shell, format).read(files);
    if (specs.isEmpty()) return ExitCode.INVALID;
    if (dryRun) return new DryRun(shell, format).run(specs.get());
    return new Deploying(shell, options, format).run(specs.get());
  }
}
