package io.helyos.model.usage;

import io.helyos.model.pod.Life;
import io.helyos.model.pod.Needs;
import io.helyos.model.pod.Pod;
import io.helyos.model.pod.PodEvent;
import io.helyos.model.pod.PodLifecycle;
import io.helyos.model.pod.PodReport;
import io.helyos.model.pod.PodReport.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Follows one pod through its events, and books what it has used.
final class PodMeter {
  private static final PodLifecycle LIFECYCLE = new PodLifecycle();

  private final Period period;
  private final Books books;
  private Pod pod = LIFECYCLE.initial();
  private Instant since = Instant.EPOCH;
  private Optional<Held> held = Optional.empty();
  private Optional<Failure> failure = Optional.empty();

  /// The version that was placed: another may be assigned before its container is gone.
  private record Held(Version version, Needs needs) {}

  private record Failure(Version version, Instant since) {}

  PodMeter(Period period, Books books) {
    this.period = period;
    this.books = books;
  }

  void saw(Instant time, PodEvent event) {
    bookUntil(time);
    var before = pod;
    pod = LIFECYCLE.evolve(before, event);
    since = time;
    if (pod.placed().isEmpty()) held = Optional.empty();
    else if (held.isEmpty()) held = pod.lived().map(PodMeter::placed);
    notePresence(before, time);
    noteRestarts(before, time);
    noteFailure(before, time);
    noteImage();
  }

  private static Held placed(Life life) {
    return new Held(Version.of(life), life.assignment().needs());
  }

  /// What its state has cost until now.
  void bookUntil(Instant time) {
    var share = period.share(since, time);
    if (share.isZero()) return;
    held.ifPresent(it ->
        books.add(
            it.version(), Usage.holding(share, it.needs().cpuMillis(), it.needs().memoryBytes())));
    if (!isWanted(pod)) return;
    var ready = isReady(pod) ? share : Duration.ZERO;
    pod.lived().ifPresent(life -> books.add(Version.of(life), Usage.waiting(share, ready)));
  }

  private void notePresence(Pod before, Instant time) {
    var owner = pod.lived().or(before::lived).map(life -> life.assignment().pod().owner());
    owner.ifPresent(id ->
        books
            .presence(id)
            .changes(
                time,
                (isComplete(before) ? 1 : 0) - (isComplete(pod) ? 1 : 0),
                (isReady(pod) ? 1 : 0) - (isReady(before) ? 1 : 0)));
  }

  private void noteRestarts(Pod before, Instant time) {
    if (before.lived().isEmpty() || pod.lived().isEmpty() || !period.holds(time)) return;
    var more = pod.lived().get().allRestarts() - before.lived().get().allRestarts();
    if (more > 0) books.add(Version.of(pod.lived().get()), Usage.restarting(more));
  }

  /// A failure lasts until the slot is ready again, whatever it runs then; whoever stops or removes
  /// it has not mended it.
  private void noteFailure(Pod before, Instant time) {
    if (isReady(pod)) {
      failure
          .filter(_ -> period.holds(time))
          .ifPresent(
              it -> books.add(it.version(), Usage.mending(Duration.between(it.since(), time))));
      failure = Optional.empty();
    } else if (!isWanted(pod)) {
      failure = Optional.empty();
    } else if (failure.isEmpty() && hasFailed(before)) {
      failure = pod.lived().map(life -> new Failure(Version.of(life), time));
    }
  }

  /// A pod that makes way for its next revision has not failed.
  private boolean hasFailed(Pod before) {
    return switch (pod) {
      case Pod.BackingOff _, Pod.Failed _ -> true;
      case Pod.Pending _, Pod.Reserving _, Pod.Creating _, Pod.Running _ -> isReady(before);
      case Pod.Absent _, Pod.Stopping _, Pod.Stopped _ -> false;
    };
  }

  private void noteImage() {
    if (pod instanceof Pod.Running(var life, _, var container, _)) {
      books.ran(Version.of(life), container.digest());
    } else {
      pod.lived().ifPresent(life -> books.named(Version.of(life), life.assignment().image()));
    }
  }

  private static boolean isReady(Pod pod) {
    return PodReport.of(pod).filter(it -> it.phase() == Phase.RUNNING).isPresent();
  }

  private static boolean isWanted(Pod pod) {
    return switch (pod) {
      case Pod.Absent _, Pod.Stopped _ -> false;
      case Pod.Failed _ -> !isComplete(pod);
      case Pod.Stopping(_, _, var then, _) -> then == Pod.After.REPLACE || then == Pod.After.MOVE;
      case Pod.Pending _, Pod.Reserving _, Pod.Creating _, Pod.Running _, Pod.BackingOff _ -> true;
    };
  }

  /// Whether it has done what it was there for.
  private static boolean isComplete(Pod pod) {
    return switch (pod) {
      case Pod.Stopped(_, _, var why) -> why.isPresent();
      case Pod.Failed(_, _, var why) -> why.isCompletion();
      case Pod.Absent _,
          Pod.Pending _,
          Pod.Reserving _,
          Pod.Creating _,
          Pod.Running _,
          Pod.BackingOff _,
          Pod.Stopping _ ->
          false;
    };
  }
}
