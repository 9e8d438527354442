package io.helyos.model.deployment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The move of a deployment's pods to its revision.
///
/// @param paused by a user; holds also for rollouts that begin meanwhile
/// @param trusted whether a pod of the revision has shown that it stays up
/// @param returning whether it takes back another one that failed; it is not taken back itself
/// @param since when it last moved; from here the deadline counts
/// @param remaining of the deadline at that instant
/// @param refused pods beyond the replicas that no node takes for want of a host port
/// @param failed the revision that failed: its own, or the one that it takes back; 0 when none did
/// @param failure why that one failed
/// @param completed revisions whose rollouts came to their end, the latest last
public record Rollout(
    State state,
    boolean paused,
    boolean trusted,
    boolean returning,
    Instant since,
    Duration remaining,
    int refused,
    int failed,
    Optional<Failure> failure,
    List<Integer> completed) {
  /// Of a deployment that never had one.
  public static final Rollout NONE =
      new Rollout(
          State.COMPLETED,
          false,
          true,
          false,
          Instant.EPOCH,
          Duration.ZERO,
          0,
          0,
          Optional.empty(),
          List.of());

  public enum State {
    MOVING,
    /// It has failed; the old pods serve on.
    STOPPED,
    COMPLETED
  }

  public Rollout {
    completed = List.copyOf(completed);
  }

  /// What has worked before is trusted, and so is what comes first: there is nothing to lose.
  Rollout begun(int revision, Instant at, UpdatePolicy policy, boolean takesBack) {
    return new Rollout(
        State.MOVING,
        paused,
        completed.isEmpty() || completed.contains(revision),
        takesBack,
        at,
        policy.progressDeadline(),
        0,
        takesBack ? failed : 0,
        takesBack ? failure : Optional.empty(),
        completed);
  }

  Rollout progressed(Instant at, UpdatePolicy policy) {
    return isActive() ? counting(paused, at, policy.progressDeadline()) : this;
  }

  Rollout held(Duration left) {
    return counting(true, since, left);
  }

  /// The same with a user's hold on it or without.
  Rollout heldAs(boolean held) {
    return counting(held, since, remaining);
  }

  private Rollout counting(boolean held, Instant from, Duration left) {
    return new Rollout(
        state, held, trusted, returning, from, left, refused, failed, failure, completed);
  }

  /// Goes on; what had failed gets another try.
  Rollout resumed(Instant at, UpdatePolicy policy) {
    return state == State.STOPPED
        ? new Rollout(
            State.MOVING,
            false,
            trusted,
            false,
            at,
            policy.progressDeadline(),
            refused,
            0,
            Optional.empty(),
            completed)
        : counting(false, at, remaining);
  }

  /// A pod was ready for as long as it had to be.
  Rollout proven(Instant at, UpdatePolicy policy) {
    var next = progressed(at, policy);
    return new Rollout(
        next.state,
        next.paused,
        true,
        next.returning,
        next.since,
        next.remaining,
        next.refused,
        next.failed,
        next.failure,
        next.completed);
  }

  Rollout refusedOnce() {
    return new Rollout(
        state,
        paused,
        trusted,
        returning,
        since,
        remaining,
        refused + 1,
        failed,
        failure,
        completed);
  }

  Rollout stopped(int revision, Failure why) {
    return new Rollout(
        State.STOPPED,
        paused,
        trusted,
        returning,
        since,
        remaining,
        refused,
        revision,
        Optional.of(why),
        completed);
  }

  Rollout completed(int revision) {
    var all = new ArrayList<>(completed);
    all.removeIf(done -> done == revision);
    all.add(revision);
    var failedOther = returning && failed != revision;
    return new Rollout(
        State.COMPLETED,
        paused,
        true,
        failedOther,
        since,
        remaining,
        0,
        failedOther ? failed : 0,
        failedOther ? failure : Optional.empty(),
        all);
  }

  public boolean isMoving() {
    return state == State.MOVING;
  }

  /// Whether it moves pods now.
  boolean isActive() {
    return state == State.MOVING && !paused;
  }

  public Instant deadline() {
    return since.plus(remaining);
  }

  /// What of the deadline is left when a user pauses it.
  Duration remainingAt(Instant now) {
    if (paused || state != State.MOVING) return remaining;
    var left = Duration.between(now, deadline());
    if (left.isNegative()) return Duration.ZERO;
    return left.compareTo(remaining) < 0 ? left : remaining;
  }

  /// The revision to which one returns from another.
  Optional<Integer> lastCompletedBut(int revision) {
    return completed.reversed().stream().filter(done -> done != revision).findFirst();
  }

  Optional<Integer> lastCompleted() {
    return completed.isEmpty() ? Optional.empty() : Optional.of(completed.getLast());
  }
}
