package io.helyos.simulator.world;

import io.helyos.model.EntityId;
import io.helyos.model.PodId;
import io.helyos.model.node.Node;
import io.helyos.model.node.NodeEvent;
import io.helyos.model.pod.Pod;
import io.helyos.model.pod.PodEvent;
import java.util.Optional;

/// Whether room is reserved before it is used, never sold twice, and never taken away from whom it
/// is used by.
final class Rooms {
  private final World world;
  private final Watch watch;

  Rooms(World world, Watch watch) {
    this.world = world;
    this.watch = watch;
  }

  void placed(PodEvent.PodPlaced event, Pod after) {
    watch.expect(
        holds(event.node(), Watch.name(after), event.incarnation()),
        "reservation",
        () ->
            "%s %d is placed on %s, which has reserved no room for it"
                .formatted(Watch.name(after), event.incarnation(), event.node()));
  }

  private boolean holds(String node, PodId pod, long incarnation) {
    return world.journal().state(EntityId.node(node)) instanceof Node.Registered known
        && Optional.ofNullable(known.reservations().get(pod))
            .filter(r -> r.incarnation() == incarnation)
            .isPresent();
  }

  void stored(Stored stored, NodeEvent event, Node after) {
    if (!(after instanceof Node.Registered node)) return;
    switch (event) {
      case NodeEvent.Released(var pod, var incarnation) ->
          watch.expect(
              !isAt(pod, node.name(), incarnation),
              "reservation",
              () ->
                  "%s releases %s %d, which is placed there"
                      .formatted(stored.name(), pod, incarnation));
      case NodeEvent.Reserved(var pod, _) -> {
        watch.expect(
            node.reservations().size() <= node.facts().maxPods()
                && node.reservedMemory() <= node.facts().memoryBytes()
                && node.reservedCpu() <= node.facts().cpuMillis(),
            "reservation",
            () -> "%s oversells the node".formatted(stored.name()));
        var ports = node.reservations().values().stream().flatMap(r -> r.ports().stream()).toList();
        watch.expect(
            ports.stream().map(p -> p.host() + "/" + p.protocol()).distinct().count()
                == ports.size(),
            "reservation",
            () -> "%s grants a host port twice".formatted(stored.name()));
        var lived = ((Pod) world.journal().state(pod.entity())).lived();
        var held = node.reservations().get(pod);
        watch.expect(
            held == null
                || lived.filter(l -> isAt(pod, node.name(), l.incarnation())).isEmpty()
                || lived.get().incarnation() == held.incarnation(),
            "reservation",
            () ->
                "%s takes the room of the incarnation that is placed there"
                    .formatted(stored.name()));
      }
      default -> {}
    }
  }

  /// Whether this incarnation of the pod has its place on this node.
  private boolean isAt(PodId id, String node, long incarnation) {
    var pod = (Pod) world.journal().state(id.entity());
    if (pod.lived().isEmpty() || !Watch.name(pod).equals(id)) return false;
    return pod.lived().filter(l -> l.incarnation() == incarnation).isPresent()
        && pod.placed().filter(at -> at.node().equals(node)).isPresent();
  }
}
