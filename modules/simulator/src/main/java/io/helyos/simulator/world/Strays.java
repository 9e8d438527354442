package io.helyos.simulator.world;

import io.helyos.model.Seat;
import io.helyos.model.delivery.Answer;
import io.helyos.model.desk.Orders;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.reconciliation.Labels;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/// Containers that perhaps nobody wants. The pod of each is asked; if it knows it, the question
/// wakes the pod, and the pod sends its order.
final class Strays {
  private final Plane plane;
  private final Consumer<Labels.Identity> disown;
  private final Set<Seat> asking = new LinkedHashSet<>();

  Strays(Plane plane, Consumer<Labels.Identity> disown) {
    this.plane = plane;
    this.disown = disown;
  }

  void claim(Labels.Identity id) {
    if (!asking.add(id.seat())) return;
    plane.tell(
        id.pod(),
        new PodCommand.ConfirmContainer(id.incarnation(), id.attempt(), plane.name()),
        Orders.SYSTEM,
        answer -> {
          asking.remove(id.seat());
          if (answer.filter(Answer.Refused.class::isInstance).isPresent()) disown.accept(id);
        });
  }
}
