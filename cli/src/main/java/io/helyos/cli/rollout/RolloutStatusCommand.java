package io.helyos.cli.rollout;

import io.helyos.cli.deployment.DeploymentName;
import io.helyos.cli.output.Documents;
import io.helyos.cli.output.SafeText;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Seconds;
import io.helyos.cli.shell.Shell;
import io.helyos.cli.watch.Changes;
import io.helyos.client.HelyosClient;
import io.helyos.client.stream.EventQuery;
import io.helyos.contract.resource.RolloutResource;
import io.helyos.contract.resource.RolloutState;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Follows until the rollout has ended; the exit code says how.
@Command(
    name = "status",
    description = "Tell how far a rollout is, and wait for its end.",
    footer = {
      "%nExamples:",
      "  helyos rollout status api -p shop",
      "  helyos rollout status api -p shop --no-watch"
    })
public final class RolloutStatusCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin DeploymentName deployment = new DeploymentName();

  @Option(names = "--no-watch", description = "Tell it once, as it stands now.")
  boolean once;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      converter = Seconds.class,
      description = "How long to wait: 60, 90s, 5m. Default: 600.")
  Duration timeout = Duration.ofMinutes(10);

  public RolloutStatusCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws InterruptedException {
    var name = deployment.full(shell);
    var client = shell.client();
    var now = once ? look(client, name) : follow(client, name);
    if (shell.options().json()) shell.out().println(Documents.pretty(now));
    else shell.out().println(SafeText.line(sentence(name, now)));
    return isGood(now) ? ExitCode.DONE : ExitCode.FAILED;
  }

  private RolloutResource follow(HelyosClient client, DeploymentName.Full name)
      throws InterruptedException {
    var deadline = System.nanoTime() + timeout.toNanos();
    try (var stream = client.events(EventQuery.ofProject(Optional.of(name.project())))) {
      var changes = new Changes(stream);
      var now = look(client, name);
      var left = Duration.ofNanos(deadline - System.nanoTime());
      while (now.state() == RolloutState.PROGRESSING && left.isPositive()) {
        if (changes.await(left)) now = told(now, look(client, name));
        left = Duration.ofNanos(deadline - System.nanoTime());
      }
      return now;
    }
  }

  private RolloutResource told(RolloutResource before, RolloutResource now) {
    if (!now.message().equals(before.message()) && !now.message().isEmpty()) {
      shell.err().println(SafeText.line(now.message()));
    }
    return now;
  }

  private static RolloutResource look(HelyosClient client, DeploymentName.Full name) {
    return client.rollouts().of(name.project(), name.name());
  }

  /// One look at a rollout that goes on is no failure; waiting for it in vain is.
  private boolean isGood(RolloutResource now) {
    return switch (now.state()) {
      case COMPLETED -> !now.returning();
      case PROGRESSING, PAUSED -> once;
      case STOPPED -> false;
    };
  }

  private static String sentence(DeploymentName.Full name, RolloutResource now) {
    var counted = "%d of %d pods".formatted(now.updated(), now.replicas());
    var text =
        "%s: revision %d is %s, %s.".formatted(name, now.revision(), now.state().word(), counted);
    return now.state() == RolloutState.PROGRESSING || now.message().isEmpty()
        ? text
        : text + " " + now.message();
  }
}
