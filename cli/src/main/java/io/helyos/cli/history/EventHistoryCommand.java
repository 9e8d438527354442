package io.helyos.cli.history;

import io.helyos.cli.output.OutputFormat;
import io.helyos.cli.output.OutputOption;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Everything that happened to one thing, also when it is gone.
@Command(
    name = "history",
    description = "Tell everything that happened to one thing, the oldest first.",
    footer = {
      "%nExamples:",
      "  helyos history pod helyos-shop-api-0 --since 1h",
      "  helyos history deployment shop/api --tree"
    })
public final class EventHistoryCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(index = "0", paramLabel = "KIND", description = "pod, deployment, node or project.")
  Subject kind = Subject.POD;

  @Parameters(
      index = "1",
      paramLabel = "NAME",
      description = "As other commands take it; also of what is gone.")
  String name = "";

  @Option(
      names = {"-p", "--project"},
      paramLabel = "PROJECT",
      description = "Its project, unless the name says it.")
  Optional<String> project = Optional.empty();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Not before: 10m, 1h or a time such as 2026-01-31T12:00:00Z.")
  Optional<String> since = Optional.empty();

  @Option(names = "--until", paramLabel = "TIME", description = "Not after.")
  Optional<String> until = Optional.empty();

  @Option(names = "--tree", description = "Each event under the one that led to it.")
  boolean tree;

  @Mixin OutputOption output = new OutputOption();

  public EventHistoryCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var query = kind.query(name, project, shell).between(since, until);
    var events = shell.client().histories().of(query);
    if (tree && output.format(shell) == OutputFormat.TABLE) {
      new CauseTree(events).lines().forEach(shell.out()::println);
    } else {
      output.printer(shell).list(HistoryView.VIEW, events);
    }
    return ExitCode.DONE;
  }
}
