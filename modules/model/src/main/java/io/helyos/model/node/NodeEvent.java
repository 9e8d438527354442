package io.helyos.model.node;

import io.helyos.model.PodId;
import io.helyos.model.pod.Owed.HostPort;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What has happened to a node.
public sealed interface NodeEvent {
  /// A daemon has told what its machine is like, for the first time or differently from before.
  record NodeRegistered(
      String name,
      Optional<NodeFacts> before,
      NodeFacts facts,
      Map<String, String> labelsBefore,
      Map<String, String> labels)
      implements NodeEvent {}

  /// The node keeps room for an incarnation of a pod.
  record Reserved(PodId pod, Reservation reservation) implements NodeEvent {}

  /// The room that was kept for a pod is free again.
  record Released(PodId pod, long incarnation) implements NodeEvent {}

  /// A stranger holds a host port; it is granted to nobody for a while.
  record PortFoundTaken(HostPort port, Instant until) implements NodeEvent {}

  /// Whatever is left of this or a lower incarnation is dead.
  record PodFenced(PodId pod, long incarnation) implements NodeEvent {}

  /// Nothing of it is left on the machine.
  record FenceCleared(PodId pod, long incarnation) implements NodeEvent {}

  /// The machine is given up for the n-th time.
  record NodeLost(int time) implements NodeEvent {}

  /// The machine has returned from its n-th loss.
  record NodeReturned(int time) implements NodeEvent {}

  /// No new pods; those that run stay.
  record NodeCordoned() implements NodeEvent {}

  /// New pods again.
  record NodeUncordoned() implements NodeEvent {}

  /// It is to be emptied: cordoned from now on, its pods are moved.
  ///
  /// @param until then it gives up
  /// @param cordoned whether it was before
  record DrainBegun(Instant at, Instant until, boolean cordoned) implements NodeEvent {}

  /// A user has changed his mind before its time was over.
  ///
  /// @param uncordoned whether it takes new pods again, as before
  record DrainCancelled(boolean uncordoned) implements NodeEvent {}

  /// Its time is over: no more pods are moved, and it stays cordoned.
  record DrainExpired(int left) implements NodeEvent {}

  /// An operator has changed the labels.
  record NodeLabelled(Map<String, String> before, Map<String, String> labels)
      implements NodeEvent {}
}
