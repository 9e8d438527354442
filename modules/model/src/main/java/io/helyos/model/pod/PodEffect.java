package io.helyos.model.pod;

import io.helyos.model.PodId;
import io.helyos.model.template.PublishedPort;
import io.helyos.model.template.StopPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a pod needs from the world.
public sealed interface PodEffect {
  /// A node is to be chosen. Each refusal ends the incarnation, so asking again is a new effect.
  record EnsurePlacement(PodId pod, long incarnation, Needs needs) implements PodEffect {}

  record EnsureReserved(PodId pod, String node, long incarnation, Needs needs)
      implements PodEffect {}

  record EnsureReleased(PodId pod, Owed owed) implements PodEffect {}

  /// A container of the pod runs.
  ///
  /// @param companion which one; empty for the pod's own
  record EnsureRunning(
      PodId pod,
      String node,
      long incarnation,
      int attempt,
      int restarts,
      int pullFailures,
      int revision,
      List<PublishedPort> ports,
      Optional<String> companion)
      implements PodEffect {
    public EnsureRunning(
        PodId pod,
        String node,
        long incarnation,
        int attempt,
        int restarts,
        int pullFailures,
        int revision,
        List<PublishedPort> ports) {
      this(
          pod,
          node,
          incarnation,
          attempt,
          restarts,
          pullFailures,
          revision,
          ports,
          Optional.empty());
    }
  }

  /// A container of a pod of several does not run: its attempt is over, whatever it does. It is
  /// kept for its log.
  ///
  /// @param companion which one; empty for the pod's own
  record EnsureEnded(
      PodId pod,
      String node,
      long incarnation,
      int attempt,
      int revision,
      Optional<String> companion)
      implements PodEffect {}

  /// No container of this or a lower incarnation is left on the node.
  ///
  /// @param drainSince when its traffic was told to leave, if it drains
  /// @param companion only that one's containers; empty for the pod's own
  record EnsureGone(
      PodId pod,
      String node,
      long incarnation,
      StopPolicy stop,
      Optional<Instant> drainSince,
      Optional<String> companion)
      implements PodEffect {
    public EnsureGone(
        PodId pod, String node, long incarnation, StopPolicy stop, Optional<Instant> drainSince) {
      this(pod, node, incarnation, stop, drainSince, Optional.empty());
    }

    public EnsureGone(PodId pod, String node, long incarnation, StopPolicy stop) {
      this(pod, node, incarnation, stop, Optional.empty());
    }
  }

  /// The deployment knows this of its pod.
  record EnsureReported(PodId pod, PodReport report) implements PodEffect {}

  record WakeAt(Instant time, PodCommand command) implements PodEffect {}
}
