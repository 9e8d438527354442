package io.helyos.model.port;

import io.helyos.model.template.ProcessSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a container of the contract does, with the shell script that does it on a real engine. A
/// simulated engine maps each to its own conventions.
public enum Program {
  /// Runs until SIGTERM, then exits with 0.
  RUN_UNTIL_TERM("trap 'exit 0' TERM; echo ready; while :; do sleep 3600 & wait $!; done"),
  IGNORE_TERM("trap '' TERM; echo ready; while :; do sleep 1; done"),
  EXIT_3_ON_INT("trap 'exit 3' INT; echo ready; while :; do sleep 3600 & wait $!; done"),
  /// Has no handler, so that the signal itself ends it: 143.
  DIE_OF_TERM("echo ready; exec sleep 3600"),
  /// Killed by somebody else than the engine: 137.
  KILLED("kill -9 $$"),
  EXIT_0("exit 0"),
  EXIT_1("exit 1"),
  EXIT_3("exit 3"),
  /// Prints `one`, `two`, `three` to its output.
  PRINT_THREE("echo one; echo two; echo three"),
  /// Prints `out` to its output and `err` to its error output.
  PRINT_BOTH("echo out; echo err >&2"),
  /// Prints `first`, and a second later `last`.
  PRINT_SLOWLY("echo first; sleep 1; echo last"),
  /// Prints `line 0`, `line 1` and so on, twenty a second, until SIGTERM.
  PRINT_FOREVER("trap 'exit 0' TERM; i=0; while :; do echo line $i; i=$((i+1)); sleep 0.05; done"),
  /// Prints `line 0` to `line 1999`.
  PRINT_MANY("i=0; while [ $i -lt 2000 ]; do echo line $i; i=$((i+1)); done"),
  /// Prints one line of 40 000 times `x`.
  PRINT_LONG("head -c 40000 /dev/zero | tr '\\0' x; echo"),
  /// Prints `no end` without a line end.
  PRINT_UNFINISHED("printf 'no end'"),
  /// Prints an empty line and a line beyond ASCII: `Grüße ☀`.
  PRINT_UNICODE("echo; echo 'Grüße ☀'"),
  /// As a command: writes back what it is given, until there is no more.
  COPY_INPUT("exec cat"),
  /// As a command with a terminal: tells its rows and columns whenever it is given a line.
  SAY_SIZE("while read line; do stty size; done"),
  /// As a command: prints a variable of its environment.
  SAY_VARIABLE("echo \"$SIM_EXEC_PRINT\""),
  /// Cannot be executed at all. Without an init, which itself could be.
  BAD_ENTRYPOINT("");

  private final String script;

  Program(String script) {
    this.script = script;
  }

  public String script() {
    return script;
  }

  /// Whether it prints `ready` once a signal has the effect that it promises: a process that has
  /// only just been started may not have its handlers yet.
  public boolean saysReady() {
    return switch (this) {
      case RUN_UNTIL_TERM, IGNORE_TERM, EXIT_3_ON_INT, DIE_OF_TERM -> true;
      case KILLED,
          EXIT_0,
          EXIT_1,
          EXIT_3,
          PRINT_THREE,
          PRINT_BOTH,
          PRINT_SLOWLY,
          PRINT_FOREVER,
          PRINT_MANY,
          PRINT_LONG,
          PRINT_UNFINISHED,
          PRINT_UNICODE,
          COPY_INPUT,
          SAY_SIZE,
          SAY_VARIABLE,
          BAD_ENTRYPOINT ->
          false;
    };
  }

  /// The process on a real engine. Under an init, so that a signal's default action holds; only
  /// what cannot be executed goes without, since an init would start, fail in its stead and exit
  /// with 127.
  public ProcessSpec onShell() {
    var executable = this != BAD_ENTRYPOINT;
    var command = executable ? List.of("/bin/sh", "-c", script) : List.of("/no/such/program");
    return new ProcessSpec(
        command,
        List.of(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        executable);
  }
}
