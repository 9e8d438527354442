package io.helyos.model.pod;

import io.helyos.model.pod.Companion.Stand;
import io.helyos.model.pod.Part.Role;
import io.helyos.model.pod.PodCommand.ReportExited;
import io.helyos.model.pod.PodCommand.ReportStartFailed;
import io.helyos.model.pod.PodEvent.CompanionBegun;
import io.helyos.model.pod.PodEvent.CompanionExited;
import io.helyos.model.pod.PodEvent.CompanionStartFailed;
import io.helyos.model.pod.PodEvent.PodStartFailed;
import io.helyos.model.template.RestartPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What follows when a companion has ended, or never came up.
final class CompanionEndings {
  private CompanionEndings() {}

  static List<PodEvent> exited(Life life, Companion at, ReportExited news, Instant now) {
    return switch (at.stand()) {
      case Stand.Awaited() -> exit(life, at, news, now);
      case Stand.Up(var container, _) when PodEndings.isOfEarlier(news, container) -> List.of();
      case Stand.Up(_, var health) -> exit(life, at, PodEndings.withHealth(news, health), now);
      case Stand.BackingOff _, Stand.Done _, Stand.Gone _ -> List.of();
    };
  }

  private static List<PodEvent> exit(Life life, Companion at, ReportExited news, Instant now) {
    var next =
        NextAttempt.afterExit(
            policy(life, at), life.assignment().backoff(), at.restarts(), news.exit());
    var exited =
        new CompanionExited(
            news.incarnation(),
            news.attempt(),
            at.name(),
            news.exit(),
            next.restarts(),
            next.due());
    return next.due().filter(due -> !due.isAfter(now)).isPresent()
        ? List.of(exited, new CompanionBegun(news.incarnation(), news.attempt() + 1, at.name()))
        : List.of(exited);
  }

  /// The same as in the orders that the agent has.
  private static RestartPolicy policy(Life life, Companion companion) {
    var wanted = life.assignment().restart();
    return switch (companion.part().role()) {
      case HOLDER -> RestartPolicy.ALWAYS;
      case INIT -> wanted == RestartPolicy.NEVER ? wanted : RestartPolicy.ONFAILURE;
      case BESIDE -> wanted;
    };
  }

  static List<PodEvent> startFailed(Life life, Companion at, ReportStartFailed news) {
    return switch (at.stand()) {
      case Stand.Awaited() -> fail(life, at, news);
      case Stand.Up(var container, _) when news.at().isAfter(container.startedAt()) ->
          fail(life, at, news);
      case Stand.Up _, Stand.BackingOff _, Stand.Done _, Stand.Gone _ -> List.of();
    };
  }

  private static List<PodEvent> fail(Life life, Companion at, ReportStartFailed news) {
    // The holder has the pod's ports: the whole pod is placed anew.
    if (news.failure() == StartFailure.PORT_TAKEN && at.is(Role.HOLDER)) {
      return List.of(
          new PodStartFailed(
              news.incarnation(),
              life.attempt(),
              news.failure(),
              news.message(),
              life.restarts(),
              life.pullFailures(),
              Optional.empty()));
    }
    var next =
        NextAttempt.afterFailedStart(
            news.failure(),
            policy(life, at),
            life.assignment().backoff(),
            at.restarts(),
            at.pullFailures(),
            news.at());
    return List.of(
        new CompanionStartFailed(
            news.incarnation(),
            news.attempt(),
            at.name(),
            news.failure(),
            news.message(),
            next.restarts(),
            next.pullFailures(),
            next.due()));
  }
}
