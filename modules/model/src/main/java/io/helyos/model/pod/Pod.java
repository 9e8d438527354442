package io.helyos.model.pod;

import io.helyos.model.PodId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A pod in each state of its life.
public sealed interface Pod {
  /// Never assigned, or removed. Incarnations go on when the slot comes back.
  ///
  /// @param last who the slot was, empty before its first life
  record Absent(Optional<PodId> last, long incarnation, List<Owed> owed) implements Pod {
    public Absent {
      owed = List.copyOf(owed);
    }
  }

  /// Wants a node.
  ///
  /// @param notBefore when the next attempt is due, if the pod has lost its node while it waited
  record Pending(Life life, Optional<Trouble> why, Optional<Instant> notBefore) implements Pod {}

  /// Has chosen a node that has not granted the reservation yet.
  record Reserving(Life life, String node) implements Pod {}

  /// The agent is to bring the container up.
  record Creating(Life life, Placement placement) implements Pod {}

  record Running(Life life, Placement placement, Container container, Health health)
      implements Pod {}

  /// Waits before the next attempt; the dead container is kept so that its log can be read.
  record BackingOff(Life life, Placement placement, Trouble why, Instant until) implements Pod {}

  /// The container is being taken down; `then` says what follows.
  ///
  /// @param drain of a container that was running; empty when it has none to wait for
  record Stopping(Life life, Placement placement, After then, Optional<Drain> drain)
      implements Pod {
    Stopping(Life life, Placement placement, After then) {
      this(life, placement, then, Optional.empty());
    }
  }

  /// A container that goes on for a while without new traffic before it is asked to end.
  ///
  /// @param since when the traffic was told to leave; by the drain's length later it is asked
  record Drain(Container container, Instant since) {}

  /// Shut down by the user; the definition is kept. Or completed, with a reason.
  record Stopped(Life life, Optional<Placement> placement, Optional<Trouble> why) implements Pod {}

  /// Ended, and its restart policy wants no further attempt.
  record Failed(Life life, Placement placement, Trouble why) implements Pod {}

  /// The container of the current attempt.
  ///
  /// @param ip in the pod's network, empty on the host's
  record Container(String id, String ip, String digest, Instant startedAt) {
    /// The same with the address that it shares with others.
    Container withIp(String shared) {
      return new Container(id, shared, digest, startedAt);
    }
  }

  /// What follows when nothing of the pod is left on its node.
  enum After {
    /// A new incarnation runs the assignment.
    REPLACE,
    /// The same, and strangers hold its host ports on this node.
    MOVE,
    STOP,
    REMOVE
  }

  /// The life of a pod that has one.
  default Optional<Life> lived() {
    return switch (this) {
      case Absent _ -> Optional.empty();
      case Pending(var life, _, _) -> Optional.of(life);
      case Reserving(var life, _) -> Optional.of(life);
      case Creating(var life, _) -> Optional.of(life);
      case Running(var life, _, _, _) -> Optional.of(life);
      case BackingOff(var life, _, _, _) -> Optional.of(life);
      case Stopping(var life, _, _, _) -> Optional.of(life);
      case Stopped(var life, _, _) -> Optional.of(life);
      case Failed(var life, _, _) -> Optional.of(life);
    };
  }

  /// Where the pod is, once a node has granted it room.
  default Optional<Placement> placed() {
    return switch (this) {
      case Absent _, Pending _, Reserving _ -> Optional.empty();
      case Creating(_, var placement) -> Optional.of(placement);
      case Running(_, var placement, _, _) -> Optional.of(placement);
      case BackingOff(_, var placement, _, _) -> Optional.of(placement);
      case Stopping(_, var placement, _, _) -> Optional.of(placement);
      case Stopped(_, var placement, _) -> placement;
      case Failed(_, var placement, _) -> Optional.of(placement);
    };
  }
}
