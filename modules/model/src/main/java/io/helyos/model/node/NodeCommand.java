package io.helyos.model.node;

import io.helyos.model.PodId;
import io.helyos.model.pod.Needs;
import io.helyos.model.pod.Owed.HostPort;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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

  /// From a pod that lives elsewhere now, and has not waited for this machine: what is left here of
  /// this or a lower incarnation is dead, and for the agent to clear when it returns.
  record Fence(PodId pod, long incarnation) implements NodeCommand {}

  /// From the agent: nothing of this or a lower incarnation is left.
  record ReportCleared(PodId pod, long incarnation) implements NodeCommand {}

  /// From the cluster: the machine is given up for the n-th time.
  record DeclareLost(int time) implements NodeCommand {}

  /// From the cluster: the machine has returned from its n-th loss.
  record DeclareBack(int time) implements NodeCommand {}

  record Cordon() implements NodeCommand {}

  record Uncordon() implements NodeCommand {}

  /// Empty it, in so much time.
  record Drain(Duration time) implements NodeCommand {}

  record CancelDrain() implements NodeCommand {}

  /// The time of the drain of that instant is over.
  record EndDrain(Instant begun) implements NodeCommand {}

  /// From an operator. Other labels stay as they are.
  record Label(Map<String, String> put, Set<String> removed) implements NodeCommand {
    public Label {
      put = Collections.unmodifiableMap(new TreeMap<>(put));
      removed = Collections.unmodifiableSet(new TreeSet<>(removed));
    }

    /// Labels that are given, in the place of those of the same names.
    public Label(Map<String, String> put) {
      this(put, Set.of());
    }
  }
}
