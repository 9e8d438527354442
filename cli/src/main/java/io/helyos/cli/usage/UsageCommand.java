package io.helyos.cli.usage;

import io.helyos.cli.output.OutputFormat;
import io.helyos.cli.output.OutputOption;
import io.helyos.cli.output.SafeText;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import io.helyos.contract.resource.UsageResource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The ledger of a period.
@Command(
    name = "usage",
    description = "Tell what pods have used in a period, and how well they ran.",
    footer = {
      "%nExamples:",
      "  helyos usage --since 24h",
      "  helyos usage --by project --since 2026-01-01T00:00:00Z --until 2026-02-01T00:00:00Z --csv"
    })
public final class UsageCommand implements Callable<Integer> {
  private final Shell shell;

  /// Whose usage is added up.
  enum By {
    DEPLOYMENT,
    PROJECT,
    IMAGE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(names = "--by", paramLabel = "WHOSE", description = "deployment, project or image.")
  By by = By.DEPLOYMENT;

  @Option(
      names = {"-p", "--project"},
      paramLabel = "PROJECT",
      description = "Only of this project.")
  Optional<String> project = Optional.empty();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "From 24h ago, a time, or the id of a change; else from the beginning.")
  Optional<String> since = Optional.empty();

  @Option(names = "--until", paramLabel = "TIME", description = "Up to then, and not up to now.")
  Optional<String> until = Optional.empty();

  @Option(names = "--csv", description = "Comma-separated, with every figure in full.")
  boolean csv;

  @Mixin OutputOption output = new OutputOption();

  public UsageCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var usage = shell.client().histories().usage(by.toString(), since, until, project);
    if (csv) {
      Csv.lines(usage).forEach(shell.out()::println);
    } else {
      print(usage);
    }
    usage
        .unread()
        .forEach(entity ->
            shell
                .err()
                .println(
                    "A newer build of Helyos has written %s; it is counted up to then only."
                        .formatted(SafeText.line(entity))));
    return ExitCode.DONE;
  }

  private void print(UsageResource usage) {
    switch (output.format(shell)) {
      case TABLE, WIDE, NAME -> output.printer(shell).list(UsageView.of(usage.by()), usage.items());
      case JSON, YAML -> output.printer(shell).outcome(usage, "");
    }
    if (output.format(shell) == OutputFormat.TABLE) {
      shell.err().println("From %s to %s.".formatted(usage.from(), usage.to()));
    }
  }
}
