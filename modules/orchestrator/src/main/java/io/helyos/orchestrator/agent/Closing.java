package io.helyos.orchestrator.agent;

import io.helyos.model.Seat;
import io.helyos.model.desk.Desk;
import io.helyos.model.port.OrderStore;
import io.helyos.orchestrator.agent.AgentMessage.Left;
import org.apache.pekko.actor.typed.javadsl.ActorContext;

/// What follows the last of a pod on this machine: its order is forgotten, and with the last pod of
/// a project its network goes.
final class Closing {
  private final ActorContext<AgentMessage> context;
  private final OrderStore orders;
  private final EngineLink link;

  Closing(ActorContext<AgentMessage> context, OrderStore orders, EngineLink link) {
    this.context = context;
    this.orders = orders;
    this.link = link;
  }

  /// The order stays until the network is gone: should we die in between, that is done again.
  void close(Seat seat, Desks desks) {
    if (desks.hasProject(seat.pod().project())) {
      orders.forget(seat);
    } else {
      context.pipeToSelf(
          link.leave(seat.pod().project()), (_, failure) -> new Left(seat, failure == null));
    }
  }

  void left(Seat seat, boolean gone, Desks desks) {
    if (gone && desks.find(seat).flatMap(Desk::newest).isEmpty()) orders.forget(seat);
  }
}
