package io.helyos.model.desk;

import io.helyos.model.agent.Order;
import io.helyos.model.health.Checkup;
import io.helyos.model.pod.Health;
import io.helyos.model.pod.Pod;
import java.time.Instant;
import java.util.Optional;

/// From when on a container is asked whether it is well: since its pod knows, or will, that it
/// runs.
final class Attendance {
  private Attendance() {}

  static Desk begun(Desk desk, Pod.Container container, Instant now) {
    var first = Recall.first(desk.order().orElseThrow(), container);
    return watching(desk, container, first, now);
  }

  /// What an agent that has ended meanwhile has told the pod, or has kept to be told.
  static Desk recalled(Desk desk, Pod state, Instant now) {
    var talk = desk.talk();
    if (desk.order().isEmpty() || talk.end().isPresent()) return desk;
    var order = desk.order().get();
    if (talk.started().isPresent()) return corrected(desk, order, state);
    return switch (order.want()) {
      case RUNNING ->
          Recall.running(order, state)
              .map(known -> watching(desk, known.container(), known.health(), now))
              .orElse(desk);
      case ENDED -> Recall.end(order).map(end -> Conversation.ended(desk, end, now)).orElse(desk);
      case GONE -> desk;
    };
  }

  /// Old news that came late may have made the pod believe something else than it was told last.
  private static Desk corrected(Desk desk, Order order, Pod state) {
    var talk = desk.talk();
    if (talk.report().isPresent() || talk.telling().isPresent()) return desk;
    var believed = Recall.running(order, state);
    if (believed.filter(b -> !talk.started().equals(Optional.of(b.container().id()))).isPresent()) {
      return desk.with(talk.knowsStarted(believed.get().container().id()));
    }
    return believed
        .map(Recall::health)
        .filter(health -> talk.health().filter(health::differsFrom).isPresent())
        .map(health -> desk.with(talk.knowsHealth(health)))
        .orElse(desk);
  }

  private static Desk watching(Desk desk, Pod.Container container, Health known, Instant now) {
    var template = desk.order().orElseThrow().template();
    var checked = template.health().isPresent() || template.readiness().isPresent();
    var talk = desk.talk().knowsStarted(container.id()).knowsHealth(known);
    return desk.watching(
        talk,
        checked
            ? Optional.of(
                Checkup.begin(
                    template, container.id(), container.ip(), container.startedAt(), known, now))
            : Optional.empty());
  }
}
