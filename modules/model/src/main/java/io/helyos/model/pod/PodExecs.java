package io.helyos.model.pod;

import static io.helyos.model.Decision.accept;
import static io.helyos.model.Decision.reject;

import io.helyos.model.Decision;
import io.helyos.model.Rejection;
import io.helyos.model.pod.PodCommand.CloseExec;
import io.helyos.model.pod.PodCommand.OpenExec;
import io.helyos.model.pod.PodEvent.ExecClosed;
import io.helyos.model.pod.PodEvent.ExecOpened;
import java.util.Optional;

/// Commands that users run in a pod's container. The pod only says whether one may begin and keeps
/// what it was; it does not live by it, so its state stays as it is.
final class PodExecs {
  private PodExecs() {}

  static Decision<PodEvent> opened(Pod pod, OpenExec wanted) {
    if (pod instanceof Pod.Running(var life, _, var container, _)) {
      return accept(
          new ExecOpened(
              life.incarnation(),
              life.attempt(),
              wanted.exec(),
              container.id(),
              wanted.command(),
              wanted.tty(),
              wanted.user()));
    }
    return reject(
        PodReport.name(pod)
            .filter(_ -> pod.lived().isPresent())
            .map(id ->
                Rejection.conflict(
                    "Expected %s to run, found it %s. `helyos describe pod %s` says why."
                        .formatted(id.podName(), word(pod), id.podName())))
            .orElseGet(() -> Rejection.notFound("There is no such pod.")));
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

  /// Where the command is to run, for one who was allowed to.
  static Optional<ExecPlace> place(Pod pod) {
    return pod instanceof Pod.Running(var life, var at, var container, _)
        ? Optional.of(new ExecPlace(at.node(), container.id(), life.incarnation(), life.attempt()))
        : Optional.empty();
  }
}
