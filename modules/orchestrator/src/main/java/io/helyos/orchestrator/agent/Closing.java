package io.helyos.orchestrator.agent;

import io.helyos.model.PodId;
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
  void close(PodId pod, Desks desks) {
    if (desks.hasProject(pod.project())) {
      orders.forget(pod);
    } else {
      context.pipeToSelf(link.leave(pod.project()), (_, failure) -> new Left(pod, failure == null));
    }
  }

  void left(PodId pod, boolean gone, Desks desks) {
    if (gone && desks.find(pod).flatMap(Desk::newest).isEmpty()) orders.forget(pod);
  }
}
