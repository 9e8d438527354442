package io.helyos.http.logs;

import io.helyos.model.PodId;
import io.helyos.model.pod.Life;
import io.helyos.model.pod.Pod;
import java.util.Optional;

/// One container's life as a source of lines: the n-th attempt of the n-th incarnation of a pod.
record LogSource(PodId pod, long incarnation, int attempt) {
  /// Empty while the pod has no container.
  static Optional<LogSource> of(Pod pod) {
    return switch (pod) {
      case Pod.Absent _, Pod.Pending _, Pod.Reserving _ -> Optional.empty();
      // Until the next container is there, the last one's log is the newest.
      case Pod.Creating(var life, _) ->
          life.attempt() > 1 ? Optional.of(of(life, life.attempt() - 1)) : Optional.empty();
      case Pod.Running(var life, _, _) -> Optional.of(of(life));
      case Pod.BackingOff(var life, _, _, _) -> Optional.of(of(life));
      case Pod.Stopping(var life, _, _) -> Optional.of(of(life));
      case Pod.Stopped(var life, _, _) -> Optional.of(of(life));
      case Pod.Failed(var life, _, _) -> Optional.of(of(life));
    };
  }

  private static LogSource of(Life life) {
    return of(life, life.attempt());
  }

  private static LogSource of(Life life, int attempt) {
    return new LogSource(life.assignment().pod(), life.incarnation(), attempt);
  }
}
