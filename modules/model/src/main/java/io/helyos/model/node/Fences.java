package io.helyos.model.node;

import static io.helyos.model.Decision.accept;
import static io.helyos.model.Decision.unchanged;

import io.helyos.model.Decision;
import io.helyos.model.PodId;
import io.helyos.model.node.Node.Registered;
import io.helyos.model.node.NodeCommand.Fence;
import io.helyos.model.node.NodeEvent.FenceCleared;
import io.helyos.model.node.NodeEvent.PodFenced;
import io.helyos.model.node.NodeEvent.Released;
import java.util.ArrayList;

/// What a machine that was given up has to clear when it returns: the pods that live elsewhere by
/// now. Nobody waits for it meanwhile.
final class Fences {
  private Fences() {}

  static Decision<NodeEvent> fence(Registered node, Fence fence) {
    var events = new ArrayList<NodeEvent>();
    var held = node.reservations().get(fence.pod());
    if (held != null && held.incarnation() <= fence.incarnation()) {
      events.add(new Released(fence.pod(), held.incarnation()));
    }
    if (node.fenced().getOrDefault(fence.pod(), 0L) < fence.incarnation()) {
      events.add(new PodFenced(fence.pod(), fence.incarnation()));
    }
    return accept(events);
  }

  static Decision<NodeEvent> cleared(Registered node, PodId pod, long incarnation) {
    var fenced = node.fenced().get(pod);
    return fenced != null && fenced <= incarnation
        ? accept(new FenceCleared(pod, fenced))
        : unchanged();
  }

  /// What is dead can no longer be asked for either.
  static Registered fenced(Registered node, PodId pod, long incarnation) {
    return node.seeing(pod, incarnation)
        .fencing(all -> {
          all.put(pod, incarnation);
          return all;
        });
  }

  static Registered withoutFence(Registered node, PodId pod) {
    return node.fencing(all -> {
      all.remove(pod);
      return all;
    });
  }
}
