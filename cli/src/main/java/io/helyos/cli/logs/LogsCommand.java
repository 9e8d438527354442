package io.helyos.cli.logs;

import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import io.helyos.client.stream.LogQuery;
import io.helyos.client.stream.LogStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// All pods by default: who looks for a fault seldom knows in which of them it is.
@Command(
    name = "logs",
    description = {
      "Follow what the pods of a deployment write, over restarts and with pods that come.",
      "Of one pod, when its name is given."
    },
    footer = {
      "%nExamples:",
      "  helyos logs api -p shop",
      "  helyos logs helyos-shop-api-0",
      "  helyos logs api --pod 0 --tail 100 --no-follow",
      "  helyos logs api --pod 0 --previous",
      "  helyos logs api --since 10m --timestamps",
      "  helyos logs api -c proxy"
    })
public final class LogsCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin LogTarget target = new LogTarget();

  @Option(
      names = {"-c", "--container"},
      paramLabel = "NAME",
      description = "Of this container of pods of several; their own is the default.")
  Optional<String> container = Optional.empty();

  @Option(
      names = "--tail",
      paramLabel = "N",
      converter = Lines.class,
      description = "Begin with the last N lines of each pod.")
  Optional<Long> tail = Optional.empty();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = Since.Converter.class,
      description = "Begin there: 10m, 1h, 2026-01-31T12:00:00Z.")
  Optional<Since> since = Optional.empty();

  @Option(
      names = {"-f", "--follow"},
      description = "Go on with new lines; that is the default.")
  boolean follow;

  @Option(names = "--no-follow", description = "End with the last line there is.")
  boolean noFollow;

  @Option(
      names = "--previous",
      description = "Of the container before the present one, and no further.")
  boolean previous;

  @Option(
      names = {"-t", "--timestamps"},
      description = "With the time of each line.")
  boolean timestamps;

  public LogsCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    try (var lines = target.find(shell, this::open)) {
      var printer = new LogPrinter(shell, target.project(shell), timestamps);
      for (var line = lines.next(); line != null; line = lines.next()) {
        printer.print(line);
        // Nobody reads any more: `helyos logs api | head` ends here.
        if (shell.out().checkError()) break;
      }
    }
    return ExitCode.DONE;
  }

  private LogStream open(LogQuery.Whose whose) {
    return shell
        .client()
        .logs(
            LogQuery.of(whose)
                .last(tail)
                .since(since.map(it -> it.from(shell.clock()).toString()))
                .following(follow || !noFollow)
                .ofPrevious(previous)
                .ofContainer(container));
  }
}
