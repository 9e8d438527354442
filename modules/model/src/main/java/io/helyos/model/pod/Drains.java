package io.helyos.model.pod;

import java.time.Instant;
import java.util.Optional;

/// When the traffic of a pod that is being taken down was told to leave. The instant is in the
/// event, so that a drain goes on where it was, whoever is restarted meanwhile.
final class Drains {
  private Drains() {}

  /// For the event that takes a pod down: only a running container with a drain has one to begin.
  static Optional<Instant> begun(Pod pod, Instant now) {
    return pod instanceof Pod.Running(var life, _, _, _)
            && !life.assignment().stop().drain().isZero()
        ? Optional.of(now)
        : Optional.empty();
  }

  /// The drain of the state after such an event. One that is under way goes on.
  static Optional<Pod.Drain> after(Pod before, Optional<Instant> since) {
    return switch (before) {
      case Pod.Running(_, _, var container, _) -> since.map(at -> new Pod.Drain(container, at));
      case Pod.Stopping(_, _, _, var drain) -> drain;
      case Pod.Absent _,
          Pod.Pending _,
          Pod.Reserving _,
          Pod.Creating _,
          Pod.BackingOff _,
          Pod.Stopped _,
          Pod.Failed _ ->
          Optional.empty();
    };
  }
}
