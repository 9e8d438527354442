package io.helyos.cli.waiting;

import io.helyos.cli.deployment.DeploymentName;
import io.helyos.cli.output.Documents;
import io.helyos.cli.shell.CommandFailed;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Seconds;
import io.helyos.cli.shell.Shell;
import io.helyos.cli.watch.Changes;
import io.helyos.client.HelyosClient;
import io.helyos.client.failure.FailureKind;
import io.helyos.client.failure.RequestRefused;
import io.helyos.client.stream.EventQuery;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// For scripts: blocks until a state is there, fed by events, and never longer than the timeout.
@Command(
    name = "wait",
    description = "Wait until a deployment or pod has come to a state.",
    footer = {
      "%nExamples:",
      "  helyos wait api -p shop",
      "  helyos wait deployment/shop/api --for stopped --timeout 2m",
      "  helyos wait pod/helyos-shop-api-0 --for deleted"
    })
public final class WaitCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(
      paramLabel = "DEPLOYMENT",
      description = "api, deployment/shop/api or pod/helyos-shop-api-0.")
  String name = "";

  @Option(
      names = {"-p", "--project"},
      paramLabel = "PROJECT",
      description = "Its project, unless the name says it.")
  Optional<String> project = Optional.empty();

  @Option(
      names = "--for",
      paramLabel = "STATE",
      description = "running, healthy, stopped or deleted.")
  Awaited state = Awaited.RUNNING;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      converter = Seconds.class,
      description = "How long: 60, 90s, 5m. Default: 60.")
  Duration timeout = Duration.ofSeconds(60);

  public WaitCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws InterruptedException {
    var client = shell.client();
    var deadline = System.nanoTime() + timeout.toNanos();
    try (var stream = client.events(EventQuery.all())) {
      var changes = new Changes(stream);
      var seen = look(client);
      while (!state.isReached(seen)) {
        var left = Duration.ofNanos(deadline - System.nanoTime());
        if (!left.isPositive()) throw late(seen);
        if (changes.await(left)) seen = look(client);
      }
    }
    if (shell.options().json()) {
      shell.out().println(Documents.pretty(Map.of("name", name, "state", state.toString())));
    } else {
      shell.out().println(name + " is " + state + ".");
    }
    return ExitCode.DONE;
  }

  /// The state now, empty if there is no such thing.
  private Optional<Seen> look(HelyosClient client) {
    try {
      if (name.startsWith("pod/")) return Optional.of(Seen.of(client.pod(name.substring(4))));
      var full = DeploymentName.full(name, project, shell);
      return Optional.of(Seen.of(client.deployment(full.project(), full.name())));
    } catch (RequestRefused e) {
      // What is awaited may not be there yet, or no longer.
      if (e.kind() == FailureKind.NOT_FOUND && state == Awaited.DELETED) return Optional.empty();
      throw e;
    }
  }

  private CommandFailed late(Optional<Seen> seen) {
    return new CommandFailed(
        ExitCode.FAILED,
        "Expected %s to be %s within %d s, found it %s."
            .formatted(name, state, timeout.toSeconds(), seen.map(Seen::word).orElse("deleted")));
  }
}
