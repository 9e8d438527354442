package io.helyos.cli.access;

import io.helyos.cli.output.OutputFormat;
import io.helyos.cli.output.OutputOption;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Seconds;
import io.helyos.cli.shell.Shell;
import io.helyos.contract.resource.CreateToken;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The one moment in which a token can be seen.
@Command(
    name = "create",
    description = "Make a token and print its secret, this once.",
    footer = {"%nExamples:", "  helyos auth token create ci --ttl 30d"})
public final class CreateTokenCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "NAME", description = "Whom or what it is for.")
  String name = "";

  @Option(
      names = "--ttl",
      paramLabel = "SECONDS",
      converter = Seconds.class,
      description = "How long it is good: 3600, 90m, 30d; for ever if left out.")
  Optional<Duration> ttl = Optional.empty();

  @Mixin OutputOption output = new OutputOption();

  public CreateTokenCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var seconds = ttl.map(Duration::toSeconds).orElse(null);
    var created = shell.client().tokens().create(new CreateToken(name, null, seconds));
    // Only the secret goes to stdout, so that $(helyos auth token create ci) is the token.
    output.printer(shell).outcome(created, created.token());
    if (output.format(shell) == OutputFormat.TABLE) {
      shell.err().println("Keep it now: it is not shown again.");
    }
    return ExitCode.DONE;
  }
}
