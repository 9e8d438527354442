package io.helyos.docker;

import io.helyos.model.port.RuntimeFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A command for which nobody waits any more. Engines have no call to end one, and go on with it
/// when their client hangs up: a probe that hangs would leave a process in the container each time.
/// On the engine's own machine it can be killed, by its number, once it is certain whose it is.
final class ExecLeftover {
  private static final Path PROCESSES = Path.of("/proc");
  private static final int FULL_ID = 64;

  private ExecLeftover() {}

  /// Does what it can, and fails never.
  static void kill(EngineConnection engine, Calls calls, String exec) {
    try {
      var state =
          calls.within(
              "look for an overdue command", () -> engine.streams().inspectExecCmd(exec).exec());
      var pid = state.getPidLong();
      var container = state.getContainerID();
      var runs = Boolean.TRUE.equals(state.isRunning());
      if (runs && pid != null && container != null && isOf(container, pid)) {
        ProcessHandle.of(pid).ifPresent(ExecLeftover::killAll);
      }
    } catch (RuntimeFailure | IOException e) {
      // It ends with its container at the latest.
    }
  }

  /// Numbers are given anew, and mean nothing when the engine is on another machine or in another
  /// namespace: so the process itself must say that it belongs to the container.
  private static boolean isOf(String container, long pid) throws IOException {
    return pid > 1
        && container.length() == FULL_ID
        && Files.readString(PROCESSES.resolve(pid + "/cgroup")).contains(container);
  }

  private static void killAll(ProcessHandle process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
