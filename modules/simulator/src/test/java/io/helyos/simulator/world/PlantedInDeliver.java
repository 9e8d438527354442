package io.helyos.simulator.world;

import io.helyos.model.agent.Order.Want;
import io.helyos.model.delivery.Delivery;
import io.helyos.model.delivery.Delivery.AtTime;
import io.helyos.model.delivery.Delivery.ToAgent;
import io.helyos.model.delivery.Delivery.ToEntity;
import io.helyos.model.node.NodeCommand;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.template.StopPolicy;
import java.util.List;

/// Faults on the way from an effect to its message.
final class PlantedInDeliver {
  private PlantedInDeliver() {}

  static List<Planted> all() {
    return List.of(
        Planted.delivering(
            "deliver: the next incarnation is released", PlantedInDeliver::releaseNext),
        Planted.delivering(
            "deliver: every attempt is the first",
            d -> d instanceof ToAgent a && a.want() == Want.RUNNING ? with(a, 0, 1, a.stop()) : d),
        Planted.delivering(
            "deliver: the way to stop gets lost",
            d ->
                d instanceof ToAgent a && a.want() == Want.GONE
                    ? with(a, 0, a.attempt(), StopPolicy.DEFAULT)
                    : d),
        Planted.delivering(
            "deliver: the incarnation before is ended",
            d ->
                d instanceof ToAgent a && a.want() == Want.GONE
                    ? with(a, -1, a.attempt(), a.stop())
                    : d),
        Planted.delivering(
            "deliver: timers go off early",
            d ->
                d instanceof AtTime(var time, var command)
                    ? new AtTime(time.minusSeconds(8), command)
                    : d),
        Planted.delivering(
            "deliver: another node's reservation is confirmed", PlantedInDeliver::confirmOther));
  }

  private static Delivery releaseNext(Delivery delivery) {
    return delivery instanceof ToEntity(var to, NodeCommand.Release(var pod, var n, var ports))
        ? new ToEntity(to, new NodeCommand.Release(pod, n + 1, ports))
        : delivery;
  }

  private static Delivery confirmOther(Delivery delivery) {
    return delivery instanceof ToEntity(var to, PodCommand.ConfirmReservation(var n, var node))
        ? new ToEntity(to, new PodCommand.ConfirmReservation(n, node + "x"))
        : delivery;
  }

  private static ToAgent with(ToAgent ask, long more, int attempt, StopPolicy stop) {
    return new ToAgent(
        ask.node(),
        ask.pod(),
        ask.want(),
        ask.incarnation() + more,
        attempt,
        ask.restarts(),
        ask.pullFailures(),
        ask.revision(),
        ask.ports(),
        stop,
        ask.drainSince());
  }
}
