package io.helyos.cli.logs;

import io.helyos.cli.deployment.DeploymentName;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import io.helyos.client.stream.LogQuery;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// All pods by default: who looks for a fault seldom knows in which of them it is.
@Command(
    name = "logs",
    description = "Follow what the pods of a deployment write.",
    footer = {
      "%nExamples:",
      "  helyos logs api -p shop",
      "  helyos logs api --pod 0 --tail 100 --no-follow",
      "  helyos logs api --since 10m --timestamps"
    })
public final class LogsCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin DeploymentName deployment = new DeploymentName();

  @Option(names = "--pod", paramLabel = "POD", description = "Only this pod: its name or index.")
  Optional<String> pod = Optional.empty();

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
      names = {"-t", "--timestamps"},
      description = "With the time of each line.")
  boolean timestamps;

  public LogsCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var name = deployment.full(shell);
    var query =
        LogQuery.of(name.project(), name.name())
            .ofPod(pod)
            .last(tail)
            .since(since.map(it -> it.from(shell.clock()).toString()))
            .following(follow || !noFollow);
    var printer = new LogPrinter(shell, name.project(), timestamps);
    try (var lines = shell.client().logs(query)) {
      for (var line = lines.next(); line != null; line = lines.next()) {
        printer.print(line);
        // Nobody reads any more: `helyos logs api | head` ends here.
        if (shell.out().checkError()) break;
      }
    }
    return ExitCode.DONE;
  }
}
