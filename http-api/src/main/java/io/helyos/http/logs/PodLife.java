package io.helyos.http.logs;

import io.helyos.model.PodId;
import io.helyos.model.pod.Companion;
import io.helyos.model.pod.Life;
import io.helyos.model.pod.Pod;
import io.helyos.model.view.Row;
import io.helyos.model.view.View;
import java.util.Optional;

/// What the view says of a pod, as far as a reader of logs needs to know.
final class PodLife {
  private PodLife() {}

  /// Empty when there is no such pod, or when another split of the same letters has its name.
  static Optional<Row<Pod>> row(View view, PodId pod) {
    return view.pod(pod)
        .filter(row ->
            row.state().lived().filter(life -> life.assignment().pod().equals(pod)).isPresent());
  }

  /// Whether it has, or has had, a container that is to be found.
  static boolean hasRun(View view, PodId pod) {
    return row(view, pod)
        .filter(row ->
            switch (row.state()) {
              case Pod.Absent _, Pod.Pending _, Pod.Reserving _, Pod.Creating _ -> false;
              case Pod.Running _, Pod.BackingOff _, Pod.Stopping _ -> true;
              case Pod.Stopped _, Pod.Failed _ -> true;
            })
        .isPresent();
  }

  /// Whether no container of it starts before the view has news.
  static boolean isAtRest(Pod pod) {
    return switch (pod) {
      case Pod.Absent _, Pod.Pending _, Pod.Reserving _, Pod.Stopped _, Pod.Failed _ -> true;
      case Pod.Creating _, Pod.Running _, Pod.BackingOff _, Pod.Stopping _ -> false;
    };
  }

  /// The present start of one of its containers.
  static int attempt(Life life, Optional<String> companion) {
    return companion.flatMap(life::companion).map(Companion::attempt).orElseGet(life::attempt);
  }
}
