package io.helyos.model.pod;

import static io.helyos.model.Decision.accept;
import static io.helyos.model.Decision.unchanged;

import io.helyos.model.Decision;
import io.helyos.model.pod.PodCommand.ReportExited;
import io.helyos.model.pod.PodCommand.ReportStartFailed;
import io.helyos.model.pod.PodEvent.PodExited;
import io.helyos.model.pod.PodEvent.PodStartFailed;
import io.helyos.model.template.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What follows when a container has ended, or never came up: the restart policy and the back-off.
final class PodEndings {
  private PodEndings() {}

  static Decision<PodEvent> exited(Pod pod, ReportExited news) {
    if (!PodLifecycle.isAt(pod, news.incarnation(), news.attempt())) {
      return PodLifecycle.stale(pod, news);
    }
    return switch (pod) {
      case Pod.Creating(var life, _) -> exit(life, news);
      case Pod.Running(var life, _, var container) ->
          exit(wasHealthy(container, news) ? life.withRestarts(0) : life, news);
      case Pod.Absent _,
          Pod.Pending _,
          Pod.Reserving _,
          Pod.BackingOff _,
          Pod.Stopping _,
          Pod.Stopped _,
          Pod.Failed _ ->
          unchanged();
    };
  }

  /// Ten minutes of running count also when nobody was there to note them.
  private static boolean wasHealthy(Pod.Container container, ReportExited news) {
    return !container.startedAt().plus(PodEffects.HEALTHY).isAfter(news.finishedAt());
  }

  private static Decision<PodEvent> exit(Life life, ReportExited news) {
    var policy = life.assignment().restart();
    var restarts = policy.restartsAfter(news.exitCode()) ? life.restarts() + 1 : life.restarts();
    // From the engine's own instant: every party computes the same deadline.
    Optional<Instant> restartAt =
        policy.restartsAfter(news.exitCode())
            ? Optional.of(news.finishedAt().plus(life.assignment().backoff().before(restarts)))
            : Optional.empty();
    return accept(
        new PodExited(
            news.incarnation(),
            news.attempt(),
            news.exitCode(),
            news.oomKilled(),
            news.finishedAt(),
            news.logTail(),
            restarts,
            restartAt));
  }

  static Decision<PodEvent> startFailed(Pod pod, ReportStartFailed news) {
    if (!PodLifecycle.isAt(pod, news.incarnation(), news.attempt())) {
      return PodLifecycle.stale(pod, news);
    }
    if (!(pod instanceof Pod.Creating(var life, _))) return unchanged();
    var backoff = life.assignment().backoff();
    return switch (news.failure()) {
      case IMAGE -> {
        var failures = life.pullFailures() + 1;
        yield fail(
            news, life.restarts(), failures, Optional.of(news.at().plus(pullBackoff(failures))));
      }
      case PORT_TAKEN -> fail(news, life.restarts(), 0, Optional.empty());
      case NAME_TAKEN, REFUSED -> {
        var restarts = life.restarts() + 1;
        yield fail(news, restarts, 0, Optional.of(news.at().plus(backoff.before(restarts))));
      }
    };
  }

  /// An image that cannot be had is asked for again on the default ladder, whatever the pod's own
  /// back-off is: a registry is no crash loop.
  private static Duration pullBackoff(int failures) {
    return Backoff.DEFAULT.before(failures + 1);
  }

  private static Decision<PodEvent> fail(
      ReportStartFailed news, int restarts, int pullFailures, Optional<Instant> retryAt) {
    return accept(
        new PodStartFailed(
            news.incarnation(),
            news.attempt(),
            news.failure(),
            news.message(),
            restarts,
            pullFailures,
            retryAt));
  }
}
