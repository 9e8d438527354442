package io.helyos.model.pod;

import static io.helyos.model.Decision.accept;
import static io.helyos.model.Decision.reject;

import io.helyos.model.Decision;
import io.helyos.model.PodId;
import io.helyos.model.Rejection;
import io.helyos.model.pod.PodCommand.CloseCopy;
import io.helyos.model.pod.PodCommand.CloseExec;
import io.helyos.model.pod.PodCommand.OpenCopy;
import io.helyos.model.pod.PodCommand.OpenExec;
import io.helyos.model.pod.PodCommand.Visit;
import io.helyos.model.pod.PodEvent.CopyClosed;
import io.helyos.model.pod.PodEvent.CopyOpened;
import io.helyos.model.pod.PodEvent.ExecClosed;
import io.helyos.model.pod.PodEvent.ExecOpened;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Commands that users run in a pod's container, and files that they copy. The pod only says
/// whether a visit may begin and keeps what it was; it does not live by it, so its state stays as
/// it is.
final class PodVisits {
  private PodVisits() {}

  /// @param companion in whose container; empty for the pod's own
  static Decision<PodEvent> opened(Pod pod, Optional<String> companion, Visit wanted) {
    return place(pod, companion)
        .map(at -> accept(begun(at, wanted)))
        .orElseGet(() ->
            reject(
                PodReport.name(pod)
                    .filter(_ -> pod.lived().isPresent())
                    .map(id -> refusal(pod, id, companion))
                    .orElseGet(() -> Rejection.notFound("There is no such pod."))));
  }

  private static PodEvent begun(ExecPlace at, Visit wanted) {
    return switch (wanted) {
      case OpenExec(var exec, var command, var tty, var user) ->
          new ExecOpened(at.incarnation(), at.attempt(), exec, at.container(), command, tty, user);
      case OpenCopy(var copy, var into, var path) ->
          new CopyOpened(at.incarnation(), at.attempt(), copy, at.container(), into, path);
    };
  }

  private static Rejection refusal(Pod pod, PodId id, Optional<String> companion) {
    var names = pod.lived().map(PodVisits::names).orElse(List.of());
    if (companion.filter(name -> !names.contains(name)).isPresent()) {
      return Rejection.notFound(
          "Expected one of the containers of %s (%s), found '%s'."
              .formatted(
                  id.podName(),
                  String.join(
                      ", ", Stream.concat(Stream.of(id.deployment()), names.stream()).toList()),
                  companion.get()));
    }
    return Rejection.conflict(
        "Expected %s%s to run, found it %s. `helyos describe pod %s` says why."
            .formatted(
                companion.map(name -> "container " + name + " of ").orElse(""),
                id.podName(),
                word(pod),
                id.podName()));
  }

  private static List<String> names(Life life) {
    return life.company().stream()
        .flatMap(company -> company.all().stream())
        .map(Companion::name)
        .toList();
  }

  private static String word(Pod pod) {
    return PodStatus.of(pod).map(PodStatus::word).orElse("gone");
  }

  /// Also of a pod that has gone on since, or is no more: what a user did is kept.
  static Decision<PodEvent> closed(Pod pod, CloseExec news) {
    return PodReport.name(pod).isEmpty()
        ? PodLifecycle.stale(pod, news)
        : accept(
            new ExecClosed(
                news.incarnation(), news.attempt(), news.exec(), news.exitCode(), news.why()));
  }

  static Decision<PodEvent> closed(Pod pod, CloseCopy news) {
    return PodReport.name(pod).isEmpty()
        ? PodLifecycle.stale(pod, news)
        : accept(
            new CopyClosed(
                news.incarnation(), news.attempt(), news.copy(), news.bytes(), news.why()));
  }

  /// Where the visitor is to go, for one who was allowed to.
  static Optional<ExecPlace> place(Pod pod, Optional<String> companion) {
    if (companion.isPresent()) return companion(pod, companion.get());
    return pod instanceof Pod.Running(var life, var at, var container, _)
        ? Optional.of(new ExecPlace(at.node(), container.id(), life.incarnation(), life.attempt()))
        : Optional.empty();
  }

  private static Optional<ExecPlace> companion(Pod pod, String name) {
    return switch (pod) {
      case Pod.Creating(var life, var at) -> companion(life, at, name);
      case Pod.Running(var life, var at, _, _) -> companion(life, at, name);
      case Pod.BackingOff(var life, var at, _, _) -> companion(life, at, name);
      case Pod.Absent _,
          Pod.Pending _,
          Pod.Reserving _,
          Pod.Stopping _,
          Pod.Stopped _,
          Pod.Failed _ ->
          Optional.empty();
    };
  }

  private static Optional<ExecPlace> companion(Life life, Placement at, String name) {
    return life.companion(name)
        .flatMap(found ->
            found
                .up()
                .map(up ->
                    new ExecPlace(
                        at.node(), up.container().id(), life.incarnation(), found.attempt())));
  }
}
