package io.helyos.simulator.world;

import io.helyos.model.Decision;
import io.helyos.model.EntityKind;
import io.helyos.model.node.Node;
import io.helyos.model.node.NodeCommand;
import io.helyos.model.pod.Pod;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.pod.PodEffect;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Faults in the reservation protocol and in the life of a pod.
final class PlantedInDeciders {
  private PlantedInDeciders() {}

  static List<Planted> all() {
    return List.of(
        Planted.deciding(
            "reservation: a node forgets what it has seen",
            EntityKind.NODE,
            model ->
                new Planted.Changed(model) {
                  @Override
                  public Decision<Object> decide(Object state, Object command, Instant now) {
                    return super.decide(unseeing(state), command, now);
                  }
                }),
        Planted.asking(
            "reservation: a node releases any incarnation",
            EntityKind.NODE,
            PlantedInDeciders::releasingAny),
        Planted.deciding(
            "reservation: a pod releases nothing",
            EntityKind.POD,
            model ->
                new Planted.Changed(model) {
                  @Override
                  public Set<Object> effects(Object state) {
                    return super.effects(state).stream()
                        .filter(effect -> !(effect instanceof PodEffect.EnsureReleased))
                        .collect(Collectors.toSet());
                  }
                }),
        new Planted(
            "reservation: a refusal counts as a grant",
            Rules.MODEL.withAnswers((effect, answer) ->
                Rules.MODEL.answers().apply(effect, answer).map(PlantedInDeciders::grantingAll))),
        new Planted(
            "reservation: a refusal is not heard",
            Rules.MODEL.withAnswers((effect, answer) ->
                Rules.MODEL
                    .answers()
                    .apply(effect, answer)
                    .filter(command -> !(command instanceof PodCommand.ReportRefused)))),
        Planted.asking(
            "pod: an exit of any life counts", EntityKind.POD, PlantedInDeciders::exitedNow),
        new Planted(
            "shell: everything seems settled after a restart",
            Rules.MODEL.withSettled((_, _) -> true)));
  }

  private static Object unseeing(Object state) {
    return state instanceof Node.Registered node
        ? new Node.Registered(
            node.name(),
            node.facts(),
            node.labels(),
            node.cordoned(),
            node.reservations(),
            Map.of(),
            node.unusable(),
            node.fenced(),
            node.outage(),
            node.given(),
            node.drain())
        : state;
  }

  private static Object releasingAny(Object state, Object command) {
    if (!(state instanceof Node.Registered node)
        || !(command instanceof NodeCommand.Release(var pod, _, var ports))) {
      return command;
    }
    var held = node.reservations().get(pod);
    return held == null ? command : new NodeCommand.Release(pod, held.incarnation(), ports);
  }

  private static Object grantingAll(Object command) {
    return command instanceof PodCommand.ReportRefused(var incarnation, var node, _)
        ? new PodCommand.ReportGranted(incarnation, node, List.of())
        : command;
  }

  private static Object exitedNow(Object state, Object command) {
    return state instanceof Pod.Running(var life, _, _, _)
            && command instanceof PodCommand.ReportExited(_, _, _, var exit)
        ? new PodCommand.ReportExited(life.incarnation(), life.attempt(), exit)
        : command;
  }
}
