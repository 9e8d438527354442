package io.helyos.model.desk;

import io.helyos.model.agent.Order;
import io.helyos.model.pod.Companion;
import io.helyos.model.pod.Health;
import io.helyos.model.pod.Pod;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.pod.PodCommand.ReportExited;
import io.helyos.model.pod.PodCommand.ReportHealth;
import io.helyos.model.pod.PodCommand.ReportStartFailed;
import io.helyos.model.pod.PodCommand.ReportStarted;
import java.util.Optional;

/// What a pod knows of its present start, or will by the reports that are kept for it: all that an
/// agent which has just started can find out.
record Recall(Pod.Container container, Health health) {

  /// Of a container that was reported to run.
  static Optional<Recall> running(Order order, Pod state) {
    var known =
        order
            .companion()
            .map(name -> companion(order, name, state))
            .orElseGet(() -> own(order, state));
    for (var report : order.unheard()) known = after(known, order, report);
    return known;
  }

  private static Optional<Recall> own(Order order, Pod state) {
    return state instanceof Pod.Running(var life, _, var container, var health)
            && isOf(order, life.incarnation(), life.attempt())
        ? Optional.of(new Recall(container, health))
        : Optional.empty();
  }

  private static Optional<Recall> companion(Order order, String name, Pod state) {
    return state
        .lived()
        .flatMap(
            life -> life.companion(name).filter(c -> isOf(order, life.incarnation(), c.attempt())))
        .flatMap(Companion::up)
        .map(up -> new Recall(up.container(), up.health()));
  }

  private static Optional<Recall> after(Optional<Recall> known, Order order, PodCommand report) {
    return switch (report) {
      case ReportStarted(var incarnation, var attempt, var container)
          when isOf(order, incarnation, attempt) ->
          Optional.of(new Recall(container, first(order, container)));
      case ReportHealth news when isOf(order, news.incarnation(), news.attempt()) ->
          known.map(before ->
              new Recall(
                  before.container(),
                  before
                      .health()
                      .becoming(news.liveness(), news.ready(), news.answer(), news.at())));
      default -> known;
    };
  }

  /// The health of a container that has just been started.
  static Health first(Order order, Pod.Container container) {
    var template = order.template();
    return Health.atStart(
        template.health().isPresent(), template.readiness().isPresent(), container.startedAt());
  }

  /// The report of the present start's end, if it is kept.
  static Optional<PodCommand> end(Order order) {
    return order.unheard().stream()
        .filter(report ->
            switch (report) {
              case ReportExited(var incarnation, var attempt, _, _) ->
                  isOf(order, incarnation, attempt);
              case ReportStartFailed(var incarnation, var attempt, _, _, _) ->
                  isOf(order, incarnation, attempt);
              default -> false;
            })
        .findFirst();
  }

  private static boolean isOf(Order order, long incarnation, int attempt) {
    return order.incarnation() == incarnation && order.attempt() == attempt;
  }
}
