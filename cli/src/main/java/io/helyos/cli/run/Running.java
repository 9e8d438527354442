package io.helyos.cli.run;

import io.helyos.cli.shell.CommandFailed;
import io.helyos.cli.shell.CtrlC;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import io.helyos.cli.watch.Changes;
import io.helyos.client.HelyosClient;
import io.helyos.client.failure.FailureKind;
import io.helyos.client.failure.RequestRefused;
import io.helyos.client.stream.EventQuery;
import io.helyos.contract.resource.PodResource;
import java.time.Duration;
import java.util.Optional;

/// Sends the spec if its name is free, and watches the pod until it runs or has ended.
final class Running {
  private final Shell shell;
  private final RunSpec spec;
  private final HelyosClient client;
  private final long begun = System.nanoTime();

  Running(Shell shell, RunSpec spec) {
    this.shell = shell;
    this.spec = spec;
    this.client = shell.client();
  }

  RunResult detached() {
    return RunResult.of(spec, send(), Optional.empty(), "detached", seconds());
  }

  RunResult watched(Duration timeout) throws InterruptedException {
    // The stream first: what happens between the write and the first look is then seen.
    try (var stream = client.events(EventQuery.ofProject(Optional.of(spec.project())))) {
      var change = send();
      try (var _ = CtrlC.then(this::interrupted)) {
        var pod = watch(new Changes(stream), timeout);
        return RunResult.of(spec, change, pod, "timeout", seconds());
      }
    }
  }

  /// The id of the change.
  private String send() {
    try {
      return client.deployNew(spec.bytes(), RunSpec.TYPE).answer().change();
    } catch (RequestRefused e) {
      if (e.problem().status() != 412) throw e;
      throw new CommandFailed(
          ExitCode.CONFLICT,
          "Expected no deployment %s/%s yet, found one%s. Nothing was changed."
              .formatted(spec.project(), spec.name(), state()),
          "remove it first:  helyos rm %s -p %s".formatted(spec.name(), spec.project()),
          "or take another name");
    }
  }

  private String state() {
    return look().filter(RunResult::hasEnded).map(_ -> " that has ended").orElse("");
  }

  private Optional<PodResource> watch(Changes changes, Duration timeout)
      throws InterruptedException {
    var pod = look();
    while (pod.flatMap(RunResult::end).isEmpty()) {
      var left = timeout.minusNanos(System.nanoTime() - begun);
      if (!left.isPositive()) return look();
      if (changes.await(left)) pod = look();
    }
    return pod;
  }

  /// Empty until the deployment has given it something to do.
  private Optional<PodResource> look() {
    try {
      return Optional.of(client.pod(spec.pod()));
    } catch (RequestRefused e) {
      if (e.kind() != FailureKind.NOT_FOUND) throw e;
      return Optional.empty();
    }
  }

  private void interrupted() {
    shell.err().println();
    shell.err().println("It goes on without you. Look again: helyos describe pod " + spec.pod());
    shell.err().flush();
  }

  private double seconds() {
    return Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1_000.0;
  }
}
