package io.helyos.cli.deploy;

import io.helyos.contract.resource.DeploymentResource;
import io.helyos.contract.resource.DeploymentStatus;
import io.helyos.contract.resource.PodResource;
import io.helyos.contract.resource.PodStatus;
import io.helyos.contract.resource.RolloutResource;
import io.helyos.contract.resource.RolloutState;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How far a deployment has come, at one look.
///
/// @param revision that was deployed; a pod of an older one is still to be replaced
/// @param now absent once somebody has removed it
record Rollout(
    String project,
    String name,
    long revision,
    Optional<DeploymentResource> now,
    List<PodResource> pods) {
  /// What to do next: wait, or stop waiting.
  enum Verdict {
    GOING,
    DONE,
    BROKEN
  }

  Rollout {
    pods = pods.stream().sorted(Comparator.comparingInt(PodResource::replicaIndex)).toList();
  }

  String fullName() {
    return project + "/" + name;
  }

  int wanted() {
    return now.map(it -> it.spec().replicas()).orElse(0);
  }

  Verdict verdict() {
    if (now.isEmpty() || isStopped()) return Verdict.BROKEN;
    var rollout = now.get().rollout();
    if (rollout != null && isDecided(rollout)) return Verdict.BROKEN;
    if (rollout != null && rollout.state() == RolloutState.PROGRESSING) return Verdict.GOING;
    if (pods.stream().anyMatch(this::isBroken)) return Verdict.BROKEN;
    var settled = pods.stream().allMatch(pod -> isGood(pod) || isLeaving(pod));
    return settled && good() >= wanted() ? Verdict.DONE : Verdict.GOING;
  }

  /// Whether the daemon has given the revision up, or waits for a person.
  private boolean isDecided(RolloutResource rollout) {
    return switch (rollout.state()) {
      case STOPPED, PAUSED -> true;
      case COMPLETED -> isRolledBack();
      case PROGRESSING -> false;
    };
  }

  /// Whether it failed, and the pods are on their way back or there already.
  boolean isRolledBack() {
    return now.map(DeploymentResource::rollout)
        .filter(RolloutResource::returning)
        .map(RolloutResource::failure)
        .filter(failure -> failure.revision() >= revision)
        .isPresent();
  }

  /// How far the daemon is with it, empty when there is nothing to say.
  String message() {
    return now.map(DeploymentResource::rollout).map(RolloutResource::message).orElse("");
  }

  /// Pods that are as they should be.
  int good() {
    return (int) pods.stream().filter(this::isGood).count();
  }

  boolean isGood(PodResource pod) {
    var up = pod.status() == PodStatus.RUNNING && pod.ready();
    return isCurrent(pod) && (up || isCompleted(pod));
  }

  /// Of a pod that was to run to its end.
  static boolean isCompleted(PodResource pod) {
    return pod.reason().equals("Completed");
  }

  private boolean isStopped() {
    return now.filter(it -> it.status() == DeploymentStatus.STOPPED).isPresent() && wanted() > 0;
  }

  private boolean isBroken(PodResource pod) {
    var ended = pod.status() == PodStatus.FAILED && !isCompleted(pod);
    return isCurrent(pod) && (ended || pod.status() == PodStatus.CRASH_LOOP_BACKOFF);
  }

  /// One of the former size or revision, on its way out.
  private static boolean isLeaving(PodResource pod) {
    return pod.status() == PodStatus.STOPPING || pod.status() == PodStatus.STOPPED;
  }

  private boolean isCurrent(PodResource pod) {
    return pod.revision() >= revision;
  }
}
