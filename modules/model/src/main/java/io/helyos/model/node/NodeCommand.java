package io.helyos.model.node;

import io.helyos.model.PodId;
import io.helyos.model.pod.Needs;
import io.helyos.model.pod.Owed.HostPort;
import java.util.List;
import java.util.Map;

/// What may be asked of a node.
public sealed interface NodeCommand {
  /// From its agent, at every start.
  record Register(String name, NodeFacts facts, Map<String, String> labels)
      implements NodeCommand {}

  /// From a pod that has chosen this node. Asking again gets the same answer.
  record Reserve(PodId pod, long incarnation, Needs needs) implements NodeCommand {}

  /// From a pod that needs the room no longer.
  ///
  /// @param strangers host ports that were found to be held by somebody else
  record Release(PodId pod, long incarnation, List<HostPort> strangers) implements NodeCommand {
    public Release {
      strangers = List.copyOf(strangers);
    }
  }

  record Cordon() implements NodeCommand {}

  record Uncordon() implements NodeCommand {}

  record Label(Map<String, String> labels) implements NodeCommand {}
}
