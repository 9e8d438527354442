package io.helyos.model.desk;

import io.helyos.model.agent.Order;
import io.helyos.model.agent.Order.Want;
import io.helyos.model.pod.NextAttempt;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.pod.PodCommand.ReportExited;
import io.helyos.model.pod.PodCommand.ReportStartFailed;
import java.time.Instant;
import java.util.Optional;

/// The pod's own rules, in its place, while it cannot be reached: the same restart policy and the
/// same back-off, so that both come to the same instants.
final class Deputy {
  private Deputy() {}

  /// The next start, when its time has come and the pod is silent.
  static Optional<Order> order(Desk desk, Instant now) {
    var ended = desk.order().filter(o -> o.want() == Want.ENDED && desk.coming().isEmpty());
    return ended
        .filter(_ -> desk.talk().isSilent(now))
        .flatMap(o -> desk.talk().end().flatMap(end -> order(o, end, now)));
  }

  /// When the next start is due after a report of an end; empty when none is wanted.
  static Optional<Instant> due(Order order, PodCommand end) {
    return next(order, end).flatMap(NextAttempt::due);
  }

  /// The order that the pod would give now, were it there.
  private static Optional<Order> order(Order order, PodCommand end, Instant now) {
    return next(order, end)
        .filter(next -> next.due().filter(due -> !due.isAfter(now)).isPresent())
        .map(next -> order.retrying(next.restarts(), next.pullFailures()));
  }

  private static Optional<NextAttempt> next(Order order, PodCommand end) {
    var template = order.template();
    return switch (end) {
      case ReportExited(_, _, _, var exit) ->
          Optional.of(
              NextAttempt.afterExit(
                  template.restart(), template.backoff(), order.restarts(), exit));
      case ReportStartFailed(_, _, var failure, _, var at) ->
          Optional.of(
              NextAttempt.afterFailedStart(
                  failure,
                  template.restart(),
                  template.backoff(),
                  order.restarts(),
                  order.pullFailures(),
                  at));
      default -> Optional.empty();
    };
  }
}
