package io.helyos.cli.deploy;

import io.helyos.cli.deploy.Rollout.Verdict;
import io.helyos.cli.output.OutputFormat;
import io.helyos.cli.shell.CtrlC;
import io.helyos.cli.shell.Shell;
import io.helyos.cli.watch.Changes;
import io.helyos.client.HelyosClient;
import io.helyos.client.failure.HelyosException;
import io.helyos.client.stream.EventQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sends specs one after another and watches all of them together.
public final class Deploying {
  /// How often the spinner turns; between two turns nothing is asked.
  private static final Duration TURN = Duration.ofMillis(120);

  private final Shell shell;
  private final Duration timeout;
  private final boolean detach;
  private final HelyosClient client;
  private final Stopwatch watch = new Stopwatch();
  private final DeployDocument document;
  private final DeployReport report;

  public Deploying(Shell shell, WaitOptions options, OutputFormat format) {
    this.shell = shell;
    this.timeout = options.timeout();
    this.detach = options.detach();
    this.client = shell.client();
    this.document = new DeployDocument(shell, format);
    this.report = new DeployReport(shell, document, timeout);
  }

  /// The exit code.
  public int run(List<CheckedSpec> specs) throws InterruptedException {
    if (detach) return report.detached(send(specs));
    // The stream first: what happens between the write and the first look is then seen.
    try (var stream = client.events(query(specs))) {
      var sent = send(specs);
      if (sent.accepted().isEmpty()) return report.refused(sent);
      try (var _ = CtrlC.then(() -> report.interrupted(sent))) {
        return report.ended(sent, watch(new Changes(stream), sent.accepted()));
      }
    }
  }

  /// Stops at the first that is refused: those after it may build on it.
  private Outbox send(List<CheckedSpec> specs) {
    var accepted = new ArrayList<Sent>();
    for (var spec : specs) {
      var watch = new Stopwatch();
      try {
        var change = client.deploy(spec.file().bytes(), spec.file().mediaType());
        accepted.add(new Sent(spec, change, watch));
      } catch (HelyosException e) {
        report.refusal(spec, e);
        var unsent = specs.subList(accepted.size() + 1, specs.size());
        return new Outbox(accepted, Optional.of(new Outbox.Refused(spec, e)), unsent);
      }
    }
    return new Outbox(accepted, Optional.empty(), List.of());
  }

  private List<Rollout> watch(Changes changes, List<Sent> sent) throws InterruptedException {
    var rollouts = new Rollouts(client, sent);
    var progress = progress();
    var now = rollouts.look();
    progress.show(now);
    while (isGoing(now) && left().isPositive()) {
      if (changes.await(turn())) {
        now = rollouts.look();
        progress.show(now);
      } else {
        progress.tick();
      }
    }
    // The last word comes from a last look.
    if (isGoing(now)) now = rollouts.look();
    progress.end();
    return now;
  }

  private boolean isGoing(List<Rollout> rollouts) {
    // A pod that is beyond hope ends the waiting for the others of its deployment, not for the
    // rest.
    return rollouts.stream().anyMatch(it -> it.verdict() == Verdict.GOING);
  }

  private Duration left() {
    return timeout.minus(watch.elapsed());
  }

  private Duration turn() {
    var left = left();
    var turn = shell.terminal().live() ? TURN : left;
    return left.compareTo(turn) < 0 ? left : turn;
  }

  private Progress progress() {
    if (document.isWanted()) return new Progress.Silent();
    return shell.terminal().live()
        ? new LiveProgress(shell, watch)
        : new LineProgress(shell.err(), watch);
  }

  private static EventQuery query(List<CheckedSpec> specs) {
    var projects = specs.stream().map(it -> it.spec().project()).distinct().toList();
    var one = Optional.of(projects.getFirst()).filter(it -> projects.size() == 1);
    return EventQuery.ofProject(one);
  }
}
