package io.helyos.docker;

import io.helyos.model.port.RuntimeFailure;
import io.helyos.model.port.RuntimeFailure.Kind;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// The exit code of a command whose outputs are closed. The engine may hear of the end a little
/// later than its client; and a process may close its outputs and go on.
final class ExecEnd {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

  private ExecEnd() {}

  /// Blocks until it has ended, or until the thread is interrupted.
  ///
  /// @param exec by the engine's name for it
  static int await(EngineConnection engine, Calls calls, String exec, String what) {
    for (var pause = FIRST_PAUSE; ; pause = longer(pause)) {
      var state = calls.within(what, () -> engine.streams().inspectExecCmd(exec).exec());
      var code = state.getExitCodeLong();
      if (!Boolean.TRUE.equals(state.isRunning()) && code != null) {
        return code.intValue();
      }
      LockSupport.parkNanos(pause.toNanos());
      if (Thread.currentThread().isInterrupted()) {
        throw new RuntimeFailure(Kind.UNKNOWN_OUTCOME, what + ": it has not ended");
      }
    }
  }

  private static Duration longer(Duration pause) {
    var twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }
}
