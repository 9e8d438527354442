package io.helyos.cli.audit;

import io.helyos.cli.output.Column;
import io.helyos.cli.output.OutputFormat;
import io.helyos.cli.output.OutputOption;
import io.helyos.cli.output.View;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import io.helyos.contract.resource.AccessLogResource;
import io.helyos.contract.resource.AccessLogResource.Entry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What somebody wanted done and did not get.
@Command(
    name = "log",
    description = "Tell which commands were denied or refused: whose, which, and why not.",
    footer = {"%nExamples:", "  helyos audit log --since 12h"})
public final class LogCommand implements Callable<Integer> {
  private static final View<Entry> VIEW =
      View.of(
          "refusal",
          it -> it.time().toString(),
          List.of(
              Column.of("Time", it -> it.time().toString()),
              Column.of("By", it -> it.author().isEmpty() ? "-" : it.author()),
              Column.of("From", it -> it.from().isEmpty() ? "-" : it.from()),
              Column.of("Command", it -> it.method() + " " + it.path()),
              Column.of("Answer", it -> it.status() + " " + it.code()),
              Column.of("Reason", Entry::reason)),
          List.of(Column.of("Daemon", Entry::daemon)));

  private final Shell shell;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Not before: 10m, 1h or a time such as 2026-01-31T12:00:00Z.")
  Optional<String> since = Optional.empty();

  @Option(names = "--until", paramLabel = "TIME", description = "Not after.")
  Optional<String> until = Optional.empty();

  @Mixin OutputOption output = new OutputOption();

  public LogCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var log = shell.client().audits().log(since, until);
    switch (output.format(shell)) {
      case TABLE, WIDE, NAME -> table(log);
      case JSON, YAML -> output.printer(shell).outcome(log, "");
    }
    return ExitCode.DONE;
  }

  private void table(AccessLogResource log) {
    output.printer(shell).list(VIEW, log.refused());
    if (log.dropped() > 0 && output.format(shell) != OutputFormat.NAME) {
      shell
          .err()
          .println("%d more came too fast to be written down one by one.".formatted(log.dropped()));
    }
  }
}
