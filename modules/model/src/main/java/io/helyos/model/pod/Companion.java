package io.helyos.model.pod;

import io.helyos.model.pod.Part.Role;
import java.time.Instant;
import java.util.Optional;

/// A container of a pod of several, beside the pod's own, as it stands.
///
/// @param attempt the n-th start of it within the pod's incarnation
/// @param restarts since the counter was last reset; drives its own back-off
/// @param pullFailures in a row
/// @param last how its last attempt ended, also after the next has begun
/// @param digest of the image that it last ran, empty until the revision's has run
public record Companion(
    Part part,
    int attempt,
    int restarts,
    int pullFailures,
    Stand stand,
    Optional<Trouble> last,
    Optional<String> digest) {

  /// How a companion stands.
  public sealed interface Stand {
    /// To be started, when its turn has come.
    record Awaited() implements Stand {}

    record Up(Pod.Container container, Health health) implements Stand {}

    /// Waits before its next attempt; the dead container is kept so that its log can be read.
    record BackingOff(Trouble why, Instant until) implements Stand {}

    /// Ended, and wants no further attempt.
    record Done(Trouble why, boolean failed) implements Stand {}

    /// Nothing of it is left on the node.
    record Gone() implements Stand {}
  }

  static Companion fresh(Part part) {
    return new Companion(part, 1, 0, 0, new Stand.Awaited(), Optional.empty(), Optional.empty());
  }

  public String name() {
    return part.name();
  }

  boolean is(Role role) {
    return part.role() == role;
  }

  /// Its running container.
  public Optional<Stand.Up> up() {
    return stand instanceof Stand.Up up ? Optional.of(up) : Optional.empty();
  }

  /// Whether it has done all that it was there for.
  boolean hasSucceeded() {
    return stand instanceof Stand.Done(_, var failed) && !failed;
  }

  boolean hasFailed() {
    return stand instanceof Stand.Done(_, var failed) && failed;
  }

  boolean isGone() {
    return stand instanceof Stand.Gone;
  }

  /// Its container has been started.
  Companion started(Pod.Container container) {
    var health = Health.atStart(part.checked(), part.gated(), container.startedAt());
    var seen = Optional.of(container.digest()).filter(text -> !text.isEmpty()).or(() -> digest);
    return new Companion(part, attempt, restarts, 0, new Stand.Up(container, health), last, seen);
  }

  Companion standing(Stand next) {
    return new Companion(part, attempt, restarts, pullFailures, next, last, digest);
  }

  /// At a start that is to come, or that the agent has begun by itself.
  Companion begun(int start) {
    return new Companion(part, start, restarts, pullFailures, new Stand.Awaited(), last, digest);
  }

  Companion counting(int restartsNow, int pullFailuresNow) {
    return new Companion(part, attempt, restartsNow, pullFailuresNow, stand, last, digest);
  }

  Companion ending(Trouble why, Stand next) {
    return new Companion(part, attempt, restarts, pullFailures, next, Optional.of(why), digest);
  }

  Companion forgiven() {
    return new Companion(part, attempt, 0, 0, stand, Optional.empty(), Optional.empty());
  }

  /// The same where its pod is placed anew through no fault of its own: all counts go along, and a
  /// wait that has not ended is not shortened.
  Companion elsewhere() {
    var next = stand instanceof Stand.BackingOff wait ? wait : new Stand.Awaited();
    return new Companion(part, 1, restarts, pullFailures, next, last, digest);
  }

  /// The same in a new life of its pod. It goes on counting.
  Companion reborn() {
    return new Companion(part, 1, restarts, 0, new Stand.Awaited(), last, digest);
  }
}
