package io.helyos.orchestrator.agent;

import io.helyos.model.Seat;
import io.helyos.model.delivery.Answer;
import io.helyos.model.desk.Orders;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.reconciliation.Labels;
import io.helyos.orchestrator.agent.AgentMessage.Claimed;
import java.util.HashSet;
import java.util.Set;
import org.apache.pekko.actor.typed.javadsl.ActorContext;

/// Containers with our labels and no order. The pod of each is asked whether it is meant to be; if
/// it is, the question wakes the pod, and the pod sends its order.
final class Strays {
  private final ActorContext<AgentMessage> context;
  private final ControlPlane plane;
  private final Site site;
  private final Set<Seat> asking = new HashSet<>();

  Strays(ActorContext<AgentMessage> context, ControlPlane plane, Site site) {
    this.context = context;
    this.plane = plane;
    this.site = site;
  }

  /// Asks the pod; [Claimed] follows.
  void claim(Labels.Identity id) {
    if (!asking.add(id.seat())) return;
    context.pipeToSelf(
        plane.tell(
            id.pod(),
            new PodCommand.ConfirmContainer(id.incarnation(), id.attempt(), site.node()),
            Orders.SYSTEM),
        (answer, failure) ->
            new Claimed(id.seat(), id.incarnation(), !(answer instanceof Answer.Refused)));
  }

  void claimed(Seat seat) {
    asking.remove(seat);
  }
}
