package io.helyos.model.deployment;

import io.helyos.model.pod.PodReport;
import io.helyos.model.pod.PodReport.Phase;
import io.helyos.model.pod.Setbacks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What a deployment knows of one of its pods.
///
/// @param revision that it shall run
/// @param phase as last reported for that revision
/// @param incarnation and attempt that the report was of; what is earlier comes too late
/// @param ran whether a pod of this slot has ever been running since the slot was made
/// @param surge whether it exists beyond the replicas, for the time of a rollout
/// @param readySince when it was heard to be ready; a later start begins anew
/// @param proven whether it was ready for as long as the policy asks for
/// @param setbacks as last reported
/// @param forgiven setbacks of before the rollout, which do not count to it
/// @param leaving incarnation whose node drains; it serves until it can be spared
/// @param left the last incarnation that had to leave its node
public record Slot(
    int revision,
    Phase phase,
    boolean ran,
    long incarnation,
    int attempt,
    boolean surge,
    Optional<Instant> readySince,
    boolean proven,
    Setbacks setbacks,
    Setbacks forgiven,
    Optional<Long> leaving,
    Optional<Long> left) {
  static Slot fresh(int revision) {
    return new Slot(
        revision,
        Phase.PENDING,
        false,
        0,
        0,
        false,
        Optional.empty(),
        false,
        Setbacks.NONE,
        Setbacks.NONE,
        Optional.empty(),
        Optional.empty());
  }

  /// What leaves its node is over: what is still heard of that life comes too late.
  Slot updatedTo(int next) {
    return new Slot(
        next,
        Phase.PENDING,
        ran,
        leaving.map(last -> Math.max(incarnation, last + 1)).orElse(incarnation),
        leaving.isPresent() ? 0 : attempt,
        surge,
        Optional.empty(),
        false,
        Setbacks.NONE,
        Setbacks.NONE,
        Optional.empty(),
        leaving.or(() -> left));
  }

  Slot leaving(Optional<Long> next) {
    return new Slot(
        revision,
        phase,
        ran,
        incarnation,
        attempt,
        surge,
        readySince,
        proven,
        setbacks,
        forgiven,
        next,
        left);
  }

  /// Whether its node drains, and this life of it is to go elsewhere.
  public boolean isLeaving() {
    return leaving.isPresent();
  }

  private Optional<Long> leavingAt(long life) {
    return leaving.filter(last -> life <= last);
  }

  Slot asSurge(boolean next) {
    return new Slot(
        revision,
        phase,
        ran,
        incarnation,
        attempt,
        next,
        readySince,
        proven,
        setbacks,
        forgiven,
        leaving,
        left);
  }

  Slot reported(PodReport report, Instant at) {
    var now = report.phase();
    var ready = now == Phase.RUNNING;
    return new Slot(
        revision,
        now,
        ran || ready,
        report.incarnation(),
        report.attempt(),
        surge,
        ready ? Optional.of(readySince(report).orElse(at)) : Optional.empty(),
        ready && proven && readySince(report).isPresent(),
        report.setbacks(),
        forgiven.atMost(report.setbacks()),
        leavingAt(report.incarnation()),
        left);
  }

  /// Only as long as it is the same start that has been ready.
  private Optional<Instant> readySince(PodReport report) {
    return compareStarts(report) == 0 ? readySince : Optional.empty();
  }

  /// Nothing is left of its pod, and it has to wait for its successor.
  Slot emptied() {
    return new Slot(
        revision,
        Phase.GONE,
        ran,
        incarnation,
        attempt,
        surge,
        Optional.empty(),
        false,
        Setbacks.NONE,
        Setbacks.NONE,
        Optional.empty(),
        left);
  }

  Slot asProven() {
    return new Slot(
        revision,
        phase,
        ran,
        incarnation,
        attempt,
        surge,
        readySince,
        true,
        setbacks,
        forgiven,
        leaving,
        left);
  }

  /// What happened to it so far is of before the rollout.
  Slot pardoned() {
    return new Slot(
        revision,
        phase,
        ran,
        incarnation,
        attempt,
        surge,
        readySince,
        proven,
        setbacks,
        setbacks.atMost(setbacks),
        leaving,
        left);
  }

  /// Whether a report says anything: another phase, or that a later start has come to rest in the
  /// same. What is of an earlier one comes too late; that a pod is on its way still is no news.
  boolean isNews(PodReport report) {
    var order = compareStarts(report);
    return order >= 0 && (report.phase() != phase || (order > 0 && isAtRest()));
  }

  /// Whether a report tells of a setback that a rollout has to count.
  boolean isWorse(PodReport report) {
    return compareStarts(report) >= 0 && report.setbacks().exceeds(setbacks);
  }

  private boolean isAtRest() {
    return switch (phase) {
      case RUNNING, UNREADY, FAILED, COMPLETED, STOPPED -> true;
      case PENDING, RESTARTING, CRASHLOOP, GONE -> false;
    };
  }

  private int compareStarts(PodReport report) {
    return report.incarnation() != incarnation
        ? Long.compare(report.incarnation(), incarnation)
        : Integer.compare(report.attempt(), attempt);
  }

  boolean isRunning() {
    return phase == Phase.RUNNING;
  }

  /// Whether it serves, or has done its work.
  public boolean isUp() {
    return phase == Phase.RUNNING || phase == Phase.COMPLETED;
  }

  /// Whether it counts for a rollout to its own revision.
  boolean isAvailable(Duration minReady) {
    return phase == Phase.COMPLETED || (phase == Phase.RUNNING && (proven || minReady.isZero()));
  }

  /// When it will have been ready for long enough.
  Optional<Instant> provenAt(Duration minReady) {
    return phase == Phase.RUNNING && !proven && !minReady.isZero()
        ? readySince.map(since -> since.plus(minReady))
        : Optional.empty();
  }

  int restartsInRollout() {
    return setbacks.restarts() - forgiven.restarts();
  }

  int pullFailuresInRollout() {
    return setbacks.pullFailures() - forgiven.pullFailures();
  }
}
