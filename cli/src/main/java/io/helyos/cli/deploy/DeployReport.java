package io.helyos.cli.deploy;

import io.helyos.cli.deploy.Rollout.Verdict;
import io.helyos.cli.output.FailureReport;
import io.helyos.cli.output.Paint;
import io.helyos.cli.output.SafeText;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import io.helyos.client.failure.HelyosException;
import io.helyos.client.failure.RequestRefused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Says at the end what happened and what to do next, and chooses the exit code by the same facts.
final class DeployReport {
  private final Shell shell;
  private final DeployDocument document;
  private final Duration timeout;
  private final Paint paint;

  DeployReport(Shell shell, DeployDocument document, Duration timeout) {
    this.shell = shell;
    this.document = document;
    this.timeout = timeout;
    this.paint = Paint.ofErr(shell.terminal());
  }

  /// The daemon refused a spec. It may know of faults that this side could not see.
  void refusal(CheckedSpec spec, HelyosException refusal) {
    if (refusal instanceof RequestRefused refused && !refused.problem().errors().isEmpty()) {
      new SpecReport(shell).print(spec.file(), refused.problem().errors());
    } else {
      new FailureReport(shell).print(refusal);
    }
  }

  int refused(Outbox outbox) {
    document.print(outbox, List.of());
    return outbox.exitCode(ExitCode.FAILED);
  }

  int detached(Outbox outbox) {
    document.print(outbox, unwatched(outbox, "detached"));
    if (!document.isWanted()) outbox.accepted().forEach(this::detached);
    return outbox.exitCode(ExitCode.DONE);
  }

  private void detached(Sent sent) {
    if (document.isNames()) shell.out().println(sent.spec().resourceName());
    else shell.out().println("Deployed " + sent.spec().fullName() + change(sent) + ".");
  }

  /// Ctrl-C ends the watching and nothing else.
  void interrupted(Outbox outbox) {
    document.print(outbox, unwatched(outbox, "interrupted"));
    var first = outbox.accepted().getFirst();
    shell.err().println();
    shell
        .err()
        .println(
            "The deploy goes on without you. Look again: helyos deployments -p " + first.project());
    shell.err().flush();
    shell.out().flush();
  }

  private static List<DeployResult> unwatched(Outbox outbox, String status) {
    return outbox.accepted().stream().map(it -> DeployResult.unwatched(it, status)).toList();
  }

  int ended(Outbox outbox, List<Rollout> ends) {
    var results = new ArrayList<DeployResult>();
    var code = ExitCode.DONE;
    for (var it : outbox.accepted()) {
      var end =
          ends.stream().filter(one -> one.fullName().equals(it.spec().fullName())).findFirst();
      if (end.isEmpty()) continue;
      results.add(DeployResult.of(it, end.get(), word(end.get())));
      if (end.get().verdict() != Verdict.DONE) code = ExitCode.FAILED;
      if (!document.isWanted()) tell(it, end.get());
    }
    document.print(outbox, results);
    return outbox.exitCode(code);
  }

  private void tell(Sent sent, Rollout end) {
    switch (end.verdict()) {
      case DONE -> good(sent, end);
      case BROKEN ->
          FailedRollout.of(end)
              .ifPresentOrElse(
                  failed -> failed(sent, end, failed),
                  () -> bad(sent, end, end.name() + broken(end) + ": " + counted(end)));
      case GOING ->
          bad(
              sent,
              end,
              "%s is not running after %d s: %s"
                  .formatted(end.name(), timeout.toSeconds(), counted(end)));
    }
  }

  private void good(Sent sent, Rollout end) {
    if (document.isNames()) {
      shell.out().println(sent.spec().resourceName());
      return;
    }
    var completed = end.wanted() > 0 && end.pods().stream().allMatch(Rollout::isCompleted);
    var is = completed ? " has completed: " : " is running: ";
    shell
        .out()
        .println(
            mark("\u2713 ")
                + end.name()
                + is
                + end.good()
                + "/"
                + end.wanted()
                + " pods in "
                + sent.watch().text()
                + change(sent));
    shell.err().println(paint.dim("next: helyos logs " + end.name() + " -p " + end.project()));
  }

  /// The daemon has given the revision up, and knows why.
  private void failed(Sent sent, Rollout end, FailedRollout failed) {
    var err = shell.err();
    err.println(paint.bad(mark("\u2717 ") + SafeText.line(failed.sentence())) + change(sent));
    if (!failed.lastLines().isEmpty()) {
      err.println("  last lines of " + failed.pod() + ":");
      failed.lastLines().forEach(line -> err.println("    " + SafeText.line(line)));
    }
    err.println(
        "next: helyos describe deployment %s -p %s    helyos rollout history %s -p %s"
            .formatted(end.name(), end.project(), end.name(), end.project()));
  }

  private void bad(Sent sent, Rollout end, String sentence) {
    var err = shell.err();
    err.println(paint.bad(mark("\u2717 ") + sentence) + change(sent));
    var troubled = end.pods().stream().filter(pod -> !end.isGood(pod)).limit(10).toList();
    troubled.forEach(
        pod -> err.println("  " + SafeText.line(pod.name() + "  " + PodLine.state(pod))));
    troubled.stream()
        .filter(pod -> !pod.lastLines().isEmpty())
        .findFirst()
        .ifPresent(pod -> {
          err.println("  last lines of " + pod.name() + ":");
          pod.lastLines().forEach(line -> err.println("    " + SafeText.line(line)));
        });
    err.println(
        "next: helyos describe deployment %s -p %s    helyos logs %s -p %s"
            .formatted(end.name(), end.project(), end.name(), end.project()));
  }

  private static String broken(Rollout end) {
    if (end.now().isEmpty()) return " was removed by somebody else";
    return end.pods().isEmpty() ? " was stopped by somebody else" : " failed";
  }

  private static String counted(Rollout end) {
    return end.good() + " of " + end.wanted() + " pods running";
  }

  private static String word(Rollout end) {
    return switch (end.verdict()) {
      case DONE -> "running";
      case BROKEN -> FailedRollout.of(end).map(FailedRollout::word).orElse("failed");
      case GOING -> "timeout";
    };
  }

  private static String change(Sent sent) {
    return sent.changeId().isEmpty() ? "" : " (change " + sent.changeId() + ")";
  }

  private String mark(String sign) {
    return shell.terminal().unicode() ? sign : "";
  }
}
