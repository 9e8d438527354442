package io.helyos.cli.pod;

import io.helyos.cli.output.Ages;
import io.helyos.cli.output.Column;
import io.helyos.cli.output.Facts;
import io.helyos.cli.output.SafeText;
import io.helyos.cli.output.TablePrinter;
import io.helyos.cli.shell.Shell;
import io.helyos.contract.resource.ContainerResource;
import io.helyos.contract.resource.EventResource;
import io.helyos.contract.resource.PodResource;
import io.helyos.contract.resource.PodStatus;
import io.helyos.contract.resource.ProcessExit;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A pod in words: how it stands and why, what it said last, what to do, and what happened to it.
final class PodDescription {
  private final Shell shell;
  private final PrintStream out;
  private final Instant now;

  PodDescription(Shell shell) {
    this.shell = shell;
    this.out = shell.out();
    this.now = shell.clock().instant();
  }

  void print(PodResource pod, List<EventResource> events) {
    var facts = new Facts();
    state(facts, pod);
    place(facts, pod);
    facts.print(out);
    if (!pod.containers().isEmpty()) containers(pod.containers());
    if (!pod.lastLines().isEmpty()) {
      out.println(isBack(pod) ? "Last lines before the restart:" : "Last lines:");
      pod.lastLines().forEach(line -> out.println("  " + SafeText.line(line)));
    }
    Remedy.of(pod)
        .ifPresent(hint -> {
          out.println("What to do:");
          out.println("  " + SafeText.line(hint));
        });
    if (!events.isEmpty()) print(events);
  }

  private void state(Facts facts, PodResource pod) {
    facts
        .add("Name", pod.name())
        .add("Project", pod.project())
        .add("Deployment", pod.deploymentName())
        .add("Status", pod.status().label())
        .some("Reason", pod.reason())
        .some("Message", pod.message())
        .add("Ready", pod.ready() ? "yes" : "no");
    var health = pod.health();
    if (health != null) {
      facts
          .add("Health", health.status() + " for " + Ages.of(health.since(), now))
          .some("Answer", health.answer());
    }
    facts
        .some(isBack(pod) ? "Last exit code" : "Exit code", exit(pod.exitCode()))
        .some("Next attempt", due(pod.nextAttemptAt()))
        .add("Restarts", pod.restartCount())
        .add("Revision", pod.revision())
        .add("Incarnation", pod.incarnation() + ", attempt " + pod.attempt());
  }

  private void place(Facts facts, PodResource pod) {
    facts
        .add("Image", pod.image())
        .some("Digest", pod.digest())
        .some("Node", Objects.requireNonNullElse(pod.node(), ""))
        .some("Container", Objects.requireNonNullElse(pod.containerId(), ""))
        .some("Started", ago(pod.startedAt()))
        .some("Address", Objects.requireNonNullElse(pod.containerIp(), ""))
        .some("Ports", PodView.ports(pod))
        .add("Age", Ages.of(pod.createdAt(), now));
  }

  /// What has ended was the container before the present one.
  private static boolean isBack(PodResource pod) {
    return pod.status() == PodStatus.RUNNING;
  }

  private static String exit(@Nullable Integer code) {
    if (code == null) return "";
    var meaning = new ProcessExit(code).meaning();
    return meaning.isEmpty() ? code.toString() : code + " (" + meaning + ")";
  }

  private String due(@Nullable Instant at) {
    if (at == null) return "";
    return at + (at.isAfter(now) ? " (in " + Ages.of(now, at) + ")" : " (now)");
  }

  private String ago(@Nullable Instant at) {
    return at == null ? "" : Ages.of(at, now) + " ago";
  }

  private void containers(List<ContainerResource> all) {
    out.println("Containers:");
    List<Column<ContainerResource>> columns =
        List.of(
            Column.of("  Name", it -> "  " + it.name()),
            Column.of("Role", ContainerResource::role),
            Column.of("Status", it -> it.status().label()),
            Column.of("Ready", it -> it.ready() ? "yes" : "no"),
            Column.of("Restarts", it -> Integer.toString(it.restartCount())),
            Column.of("Message", it -> SafeText.line(it.message())));
    new TablePrinter(out, shell.terminal()).print(columns, all);
  }

  private void print(List<EventResource> events) {
    out.println("Events:");
    List<Column<EventResource>> columns =
        List.of(
            Column.passing("  Age", it -> "  " + Ages.of(it.timestamp(), now)),
            Column.of("Action", EventResource::action),
            Column.of("Message", EventResource::message));
    new TablePrinter(out, shell.terminal()).print(columns, events);
  }
}
