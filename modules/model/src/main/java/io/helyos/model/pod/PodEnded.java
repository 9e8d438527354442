package io.helyos.model.pod;

import io.helyos.model.pod.Owed.HostPort;
import io.helyos.model.pod.PodEvent.PodExited;
import io.helyos.model.pod.PodEvent.PodStartFailed;
import java.util.Optional;

/// The states that a container's end leads to, and the words that users read about it.
final class PodEnded {
  private PodEnded() {}

  static Pod exited(Life before, Placement at, PodExited event) {
    // What has run had its image, even when nobody heard that it had started.
    var life = before.withRestarts(event.restarts()).withPullFailures(0);
    var why = reason(event).of(event.exitCode(), event.logTail());
    if (event.restartAt().isPresent()) {
      return new Pod.BackingOff(life, at, why, event.restartAt().get());
    }
    return switch (life.assignment().restart()) {
      case ONFAILURE -> new Pod.Stopped(life, Optional.of(at), Optional.of(why));
      case NEVER -> new Pod.Failed(life, at, why);
      case ALWAYS ->
          throw new IllegalStateException(
              "restart: always has no end, yet %s has no restart".formatted(event));
    };
  }

  private static Trouble reason(PodExited event) {
    if (event.oomKilled()) {
      return new Trouble(
          "OOMKilled",
          "The container used more memory than its limit. Raise `resources.memory`, or find the"
              + " leak.");
    }
    if (event.exitCode() == 0) {
      return new Trouble("Completed", "The container ended by itself with exit code 0.");
    }
    var last = event.logTail().isEmpty() ? "" : " It last said: " + event.logTail().getLast();
    return new Trouble(
        "Error", "The container ended with exit code %d.%s".formatted(event.exitCode(), last));
  }

  static Pod startFailed(Life before, Placement at, PodStartFailed event) {
    var life = before.withRestarts(event.restarts()).withPullFailures(event.pullFailures());
    var why = new Trouble(reasonOf(event), event.message());
    return event
        .retryAt()
        .<Pod>map(due -> new Pod.BackingOff(life, at, why, due))
        .orElseGet(() -> PodEvolution.pending(placedAnew(life, at), why));
  }

  private static String reasonOf(PodStartFailed event) {
    return event.failure() == StartFailure.IMAGE && event.pullFailures() > 1
        ? "ImagePullBackoff"
        : event.failure().reason();
  }

  /// A stranger holds one of the host ports: the node is to avoid them for a while.
  private static Life placedAnew(Life life, Placement at) {
    var strangers = at.ports().stream().map(p -> new HostPort(p.host(), p.protocol())).toList();
    return life.owing(new Owed(at.node(), life.incarnation(), strangers)).reborn(life.assignment());
  }
}
