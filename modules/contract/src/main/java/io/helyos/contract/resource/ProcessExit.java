package io.helyos.contract.resource;

import java.util.Map;
import java.util.Optional;

/// What the exit code of a process means, by the customs of shells and container engines.
public record ProcessExit(int code) {
  /// Above this, the rest is the number of a signal.
  private static final int BY_SIGNAL = 128;

  private static final Map<Integer, String> SIGNALS =
      Map.ofEntries(
          Map.entry(1, "SIGHUP"),
          Map.entry(2, "SIGINT"),
          Map.entry(3, "SIGQUIT"),
          Map.entry(4, "SIGILL"),
          Map.entry(5, "SIGTRAP"),
          Map.entry(6, "SIGABRT"),
          Map.entry(7, "SIGBUS"),
          Map.entry(8, "SIGFPE"),
          Map.entry(9, "SIGKILL"),
          Map.entry(10, "SIGUSR1"),
          Map.entry(11, "SIGSEGV"),
          Map.entry(12, "SIGUSR2"),
          Map.entry(13, "SIGPIPE"),
          Map.entry(14, "SIGALRM"),
          Map.entry(15, "SIGTERM"),
          Map.entry(24, "SIGXCPU"),
          Map.entry(25, "SIGXFSZ"),
          Map.entry(31, "SIGSYS"));

  /// The signal that ended the process, by name. A program may also choose such a code by itself.
  public Optional<String> signal() {
    return Optional.ofNullable(SIGNALS.get(code - BY_SIGNAL));
  }

  /// In a few words; empty where the code is the program's own.
  public String meaning() {
    return switch (code) {
      case 0 -> "done";
      case 126 -> "the command cannot be executed";
      case 127 -> "the command was not found";
      default -> signal().map(name -> "ended by " + name).orElse("");
    };
  }
}
