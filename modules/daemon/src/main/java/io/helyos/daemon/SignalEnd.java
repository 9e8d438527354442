package io.helyos.daemon;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.typed.ActorSystem;

/// The exit code of a daemon that was asked to end by a signal and did so in good order: 0, as
/// supervisors expect it, and not the 143 that a JVM gives by itself.
final class SignalEnd {
  /// Longer than all phases of the shutdown together.
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private SignalEnd() {}

  static void isSuccess(ActorSystem<?> system) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> await(system), "end-by-signal"));
  }

  /// Runs beside the shutdown that a signal begins. One that began for another reason has its own
  /// code, and its thread waits for us: nobody would tell us then that the system has ended.
  private static void await(ActorSystem<?> system) {
    if (reason(system).filter(reason -> !isSignal(reason)).isPresent()) return;
    system
        .getWhenTerminated()
        .toCompletableFuture()
        .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .thenAccept(_ -> {
          if (reason(system).filter(SignalEnd::isSignal).isPresent()) Runtime.getRuntime().halt(0);
        })
        .exceptionally(_ -> null)
        .join();
  }

  private static Optional<CoordinatedShutdown.Reason> reason(ActorSystem<?> system) {
    return CoordinatedShutdown.get(system).getShutdownReason();
  }

  private static boolean isSignal(CoordinatedShutdown.Reason reason) {
    return reason instanceof CoordinatedShutdown.JvmExitReason$;
  }
}
