package io.helyos.model.pod;

import static io.helyos.model.Decision.accept;
import static io.helyos.model.Decision.unchanged;

import io.helyos.model.Decision;
import io.helyos.model.pod.Health.Liveness;
import io.helyos.model.pod.PodCommand.ReportExited;
import io.helyos.model.pod.PodCommand.ReportStartFailed;
import io.helyos.model.pod.PodEvent.AttemptBegun;
import io.helyos.model.pod.PodEvent.PodExited;
import io.helyos.model.pod.PodEvent.PodStartFailed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What follows when a container has ended, or never came up.
final class PodEndings {
  private PodEndings() {}

  static Decision<PodEvent> exited(Pod pod, ReportExited news, Instant now) {
    return Attempts.reaching(pod, news.incarnation(), news.attempt(), news)
        .then(at ->
            switch (at) {
              case Pod.Creating(var life, _) -> exit(life, news, now);
              case Pod.Running(_, _, var container, _) when isOfEarlier(news, container) ->
                  PodLifecycle.stale(pod, news);
              case Pod.Running(var life, _, _, var health) ->
                  exit(life, withHealth(news, health), now);
              case Pod.Absent _,
                  Pod.Pending _,
                  Pod.Reserving _,
                  Pod.BackingOff _,
                  Pod.Stopping _,
                  Pod.Stopped _,
                  Pod.Failed _ ->
                  unchanged();
            });
  }

  /// Of a container that was taken away after its end, before the agent had kept the news: the same
  /// attempt was begun once more, and the news has come late.
  static boolean isOfEarlier(ReportExited news, Pod.Container present) {
    return !news.container().isEmpty()
        && !news.container().equals(present.id())
        && news.exit().finishedAt().isBefore(present.startedAt());
  }

  /// An agent that has been restarted may know less of a container's health than its pod does.
  static ReportExited withHealth(ReportExited news, Health known) {
    var exit = news.exit();
    if (exit.healthySince().isPresent() || known.liveness() != Liveness.HEALTHY) return news;
    return new ReportExited(
        news.incarnation(),
        news.attempt(),
        news.container(),
        new Exit(
            exit.code(),
            exit.oomKilled(),
            exit.finishedAt(),
            exit.lastLines(),
            Optional.of(known.since()),
            exit.unhealthy()));
  }

  /// When the next start is due already, both are one decision: nothing waits in between.
  private static Decision<PodEvent> exit(Life life, ReportExited news, Instant now) {
    var wanted = life.assignment();
    var next =
        NextAttempt.afterExit(wanted.restart(), wanted.backoff(), life.restarts(), news.exit());
    var exited =
        new PodExited(news.incarnation(), news.attempt(), news.exit(), next.restarts(), next.due());
    return next.due().filter(due -> !due.isAfter(now)).isPresent()
        ? accept(List.of(exited, new AttemptBegun(news.incarnation(), news.attempt() + 1)))
        : accept(exited);
  }

  static Decision<PodEvent> startFailed(Pod pod, ReportStartFailed news) {
    return Attempts.reaching(pod, news.incarnation(), news.attempt(), news)
        .then(at ->
            switch (at) {
              case Pod.Creating(var life, _) -> accept(fail(life, news));
              // The container was taken away since then, and does not come up once more.
              case Pod.Running(var life, _, var container, _)
                  when news.at().isAfter(container.startedAt()) ->
                  accept(fail(life, news));
              case Pod.Absent _,
                  Pod.Pending _,
                  Pod.Reserving _,
                  Pod.Running _,
                  Pod.BackingOff _,
                  Pod.Stopping _,
                  Pod.Stopped _,
                  Pod.Failed _ ->
                  unchanged();
            });
  }

  private static PodEvent fail(Life life, ReportStartFailed news) {
    var next =
        NextAttempt.afterFailedStart(
            news.failure(),
            life.assignment().restart(),
            life.assignment().backoff(),
            life.restarts(),
            life.pullFailures(),
            news.at());
    Optional<Instant> retryAt = next.due();
    return new PodStartFailed(
        news.incarnation(),
        news.attempt(),
        news.failure(),
        news.message(),
        next.restarts(),
        next.pullFailures(),
        retryAt);
  }
}
