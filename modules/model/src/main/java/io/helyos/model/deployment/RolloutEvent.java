package io.helyos.model.deployment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What has happened on the way from one revision to another.
public sealed interface RolloutEvent extends DeploymentEvent {
  /// The pods are made anew with the same template, as a revision of its own.
  record Restarted(int from, int revision, Instant at) implements RolloutEvent {}

  /// An earlier revision is wanted again, with the image that it had.
  ///
  /// @param automatic because the other one failed
  record RolledBack(int from, int to, boolean automatic, Instant at) implements RolloutEvent {}

  /// A rollout begins that no new revision is the reason of: the pods are wanted again.
  record RolloutBegun(int revision, Instant at) implements RolloutEvent {}

  /// A user holds it.
  ///
  /// @param remaining of the deadline; it does not run meanwhile
  record RolloutPaused(Duration remaining) implements RolloutEvent {}

  /// A user lets it go on, with what was left of the deadline.
  record RolloutResumed(Instant at) implements RolloutEvent {}

  /// It has failed and goes no further; the pods that serve go on.
  record RolloutStopped(int revision, Failure why) implements RolloutEvent {}

  /// All replicas run the revision.
  record RolloutCompleted(int revision) implements RolloutEvent {}

  /// A pod beyond the replicas, for the time of the rollout.
  record SurgeBegun(int index, int revision) implements RolloutEvent {}

  /// It is not needed any more.
  record SurgeEnded(int index) implements RolloutEvent {}

  /// No node takes it for want of a host port: a pod has to stop before another can start.
  record SurgeRefused(int index, String why) implements RolloutEvent {}

  /// The pod's node drains; this life of it goes elsewhere when it can be spared.
  record PodLeaving(int index, long incarnation) implements RolloutEvent {}

  /// Its node drains no more before it has left.
  record PodStaying(int index, long incarnation) implements RolloutEvent {}

  /// These pods were ready for as long as the policy asks for.
  record PodsProven(List<Integer> indexes, Instant at) implements RolloutEvent {
    public PodsProven {
      indexes = List.copyOf(indexes);
    }
  }
}
