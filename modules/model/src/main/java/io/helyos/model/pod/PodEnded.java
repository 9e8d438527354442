package io.helyos.model.pod;

import io.helyos.model.pod.Owed.HostPort;
import io.helyos.model.pod.PodEvent.PodExited;
import io.helyos.model.pod.PodEvent.PodStartFailed;
import java.util.Optional;
import java.util.stream.Collectors;

/// The states that a container's end leads to, and the words that users read about it.
final class PodEnded {
  private PodEnded() {}

  static Pod exited(Life before, Placement at, PodExited event) {
    var why = why(event.exit());
    // What has run had its image, even when nobody heard that it had started.
    var life = before.withRestarts(event.restarts()).withPullFailures(0).ending(why);
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

  static Trouble why(Exit exit) {
    var reason = reason(exit);
    return exit.code() == Exit.UNSEEN ? reason : reason.of(exit.code(), exit.lastLines());
  }

  private static Trouble reason(Exit exit) {
    if (exit.unhealthy().isPresent()) {
      return new Trouble(
          "Unhealthy",
          "The healthcheck failed again and again; the container was ended for it. It last said: "
              + exit.unhealthy().get());
    }
    if (exit.oomKilled()) {
      return new Trouble(
          "OOMKilled",
          "The container used more memory than its limit. Raise `resources.memory`, or find the"
              + " leak.");
    }
    if (exit.code() == Exit.UNSEEN) {
      return new Trouble(
          "Error",
          "The container was removed by somebody else while it was not watched; how it ended is not"
              + " known.");
    }
    if (exit.code() == 0) {
      return new Trouble(Trouble.COMPLETED, "The container ended by itself with exit code 0.");
    }
    var last = exit.lastLines().isEmpty() ? "" : " It last said: " + exit.lastLines().getLast();
    return new Trouble(
        "Error", "The container ended with exit code %d.%s".formatted(exit.code(), last));
  }

  static Pod startFailed(Life before, Placement at, PodStartFailed event) {
    var why = new Trouble(reasonOf(event.failure(), event.pullFailures()), event.message());
    var life =
        before.withRestarts(event.restarts()).withPullFailures(event.pullFailures()).ending(why);
    return event
        .retryAt()
        .<Pod>map(due -> new Pod.BackingOff(life, at, why, due))
        .orElseGet(() ->
            event.failure() == StartFailure.PORT_TAKEN
                ? new Pod.Stopping(life, at, Pod.After.MOVE)
                : new Pod.Failed(life, at, why));
  }

  static String reasonOf(StartFailure failure, int pullFailures) {
    return failure == StartFailure.IMAGE && pullFailures > 1
        ? "ImagePullBackoff"
        : failure.reason();
  }

  /// A stranger holds one of the host ports: the node is to avoid them for a while.
  static Pod moved(Life life, Placement at) {
    var strangers = at.ports().stream().map(p -> new HostPort(p.host(), p.protocol())).toList();
    var owing = life.owing(new Owed(at.node(), life.incarnation(), strangers, false));
    var ports =
        strangers.stream()
            .map(port -> Integer.toString(port.port()))
            .collect(Collectors.joining(", "));
    return PodEvolution.pending(
        owing.reborn(life.assignment()),
        new Trouble(
            StartFailure.PORT_TAKEN.reason(),
            "Another process on node %s holds one of the host ports %s. The pod is placed anew."
                .formatted(at.node(), ports)));
  }
}
