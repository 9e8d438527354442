package io.helyos.model.pod;

import io.helyos.model.template.PublishedPort;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What has happened to a pod.
public sealed interface PodEvent {
  /// The deployment wants the slot to run this.
  ///
  /// @param drainSince when the traffic of the container before was told to leave, if it drains
  record PodAssigned(Assignment assignment, Optional<Instant> drainSince) implements PodEvent {
    public PodAssigned(Assignment assignment) {
      this(assignment, Optional.empty());
    }
  }

  /// The scheduler has chosen a node, which is asked for room.
  ///
  /// @param scores of each node that would do
  /// @param against what each other node lacks
  record PlacementChosen(
      long incarnation, String node, Map<String, Double> scores, Map<String, String> against)
      implements PodEvent {}

  /// No node fits.
  ///
  /// @param against what each node lacks
  record PodUnplaceable(long incarnation, Map<String, String> against) implements PodEvent {}

  /// The node has granted the room, and the host ports.
  record PodPlaced(long incarnation, String node, List<PublishedPort> ports) implements PodEvent {}

  /// The node has no room after all.
  record PlacementRefused(long incarnation, String node, String reason) implements PodEvent {}

  /// A node that was asked for room keeps none any more.
  record ReservationReturned(long incarnation, String node) implements PodEvent {}

  /// Its container is up.
  record PodStarted(long incarnation, int attempt, Pod.Container container) implements PodEvent {}

  /// The container answers its checks differently from before.
  ///
  /// @param answer of the check that made the difference
  /// @param at by the clock of the node
  record HealthChanged(
      long incarnation,
      int attempt,
      Health.Liveness liveness,
      boolean ready,
      String answer,
      Instant at)
      implements PodEvent {}

  /// The container has ended.
  ///
  /// @param restarts the count after this exit
  /// @param restartAt when the next attempt is due; empty when the policy wants none
  record PodExited(
      long incarnation, int attempt, Exit exit, int restarts, Optional<Instant> restartAt)
      implements PodEvent {}

  /// The container did not come up.
  ///
  /// @param restarts the count after this failure
  /// @param pullFailures the count after this failure
  /// @param retryAt when the next attempt is due; empty when the pod is placed anew, or has failed
  record PodStartFailed(
      long incarnation,
      int attempt,
      StartFailure failure,
      String message,
      int restarts,
      int pullFailures,
      Optional<Instant> retryAt)
      implements PodEvent {}

  /// The next container start is due.
  record AttemptBegun(long incarnation, int attempt) implements PodEvent {}

  /// It was well for so long that its restarts are forgotten.
  record RestartsReset(long incarnation, int attempt) implements PodEvent {}

  /// The container is to be taken down.
  ///
  /// @param drainSince when its traffic was told to leave, if it drains
  record PodStopping(long incarnation, Pod.After then, Optional<Instant> drainSince)
      implements PodEvent {
    public PodStopping(long incarnation, Pod.After then) {
      this(incarnation, then, Optional.empty());
    }
  }

  /// The node does not answer, and the cluster has decided not to wait for it.
  record NodeGivenUp(long incarnation, String node) implements PodEvent {}

  /// Nothing is left of the incarnation; the slot goes on as it was meant to.
  record PodVacated(long incarnation, Pod.After then) implements PodEvent {}

  /// A user has begun to run a command in the container. Whose it is stands in the envelope.
  ///
  /// @param container its id
  record ExecOpened(
      long incarnation,
      int attempt,
      String exec,
      String container,
      List<String> command,
      boolean tty,
      Optional<String> user)
      implements PodEvent {}

  /// A user's command has ended, or is not talked with any more.
  ///
  /// @param exitCode empty when nobody knows it
  /// @param why there is no exit code
  record ExecClosed(
      long incarnation, int attempt, String exec, Optional<Integer> exitCode, String why)
      implements PodEvent {}

  /// A user has begun to copy files out of the container or into it. Whose they are stands in the
  /// envelope.
  ///
  /// @param container its id
  /// @param into whether they go into the container, and not out of it
  /// @param path of what is read, or of the directory that is written into
  record CopyOpened(
      long incarnation, int attempt, String copy, String container, boolean into, String path)
      implements PodEvent {}

  /// A user's copying is over.
  ///
  /// @param bytes that went over, as an archive
  /// @param why it was broken off; empty when it came to its end
  record CopyClosed(long incarnation, int attempt, String copy, long bytes, String why)
      implements PodEvent {}

  /// Something has happened to a companion of the pod's own container.
  sealed interface OfCompanion extends PodEvent {
    long incarnation();

    String companion();
  }

  /// A container beside its own is up.
  record CompanionStarted(long incarnation, int attempt, String companion, Pod.Container container)
      implements OfCompanion {}

  /// The companion answers its checks differently from before.
  ///
  /// @param answer of the check that made the difference
  /// @param at by the clock of the node
  record CompanionHealthChanged(
      long incarnation,
      int attempt,
      String companion,
      Health.Liveness liveness,
      boolean ready,
      String answer,
      Instant at)
      implements OfCompanion {}

  /// The companion's container has ended.
  ///
  /// @param restarts the count after this exit
  /// @param restartAt when its next attempt is due; empty when none is wanted
  record CompanionExited(
      long incarnation,
      int attempt,
      String companion,
      Exit exit,
      int restarts,
      Optional<Instant> restartAt)
      implements OfCompanion {}

  /// The companion's container did not come up.
  ///
  /// @param restarts the count after this failure
  /// @param pullFailures the count after this failure
  /// @param retryAt when its next attempt is due; empty when none is wanted
  record CompanionStartFailed(
      long incarnation,
      int attempt,
      String companion,
      StartFailure failure,
      String message,
      int restarts,
      int pullFailures,
      Optional<Instant> retryAt)
      implements OfCompanion {}

  /// The companion's next start is due.
  record CompanionBegun(long incarnation, int attempt, String companion) implements OfCompanion {}

  /// The companion was well for so long that its restarts are forgotten.
  record CompanionRestartsReset(long incarnation, int attempt, String companion)
      implements OfCompanion {}

  /// Of a pod that is taken down: nothing of this companion is left.
  record CompanionGone(long incarnation, String companion) implements OfCompanion {}

  /// Of a pod of several that is taken down: nothing of its own container is left.
  record OwnContainerGone(long incarnation) implements PodEvent {}
}
