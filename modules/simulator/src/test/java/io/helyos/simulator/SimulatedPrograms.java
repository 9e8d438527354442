package io.helyos.simulator;

import static java.util.stream.Collectors.joining;

import io.helyos.model.port.Program;
import io.helyos.model.template.ProcessSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// The programs of the contract in the words of the simulator.
final class SimulatedPrograms {
  private SimulatedPrograms() {}

  static ProcessSpec of(Program program) {
    return process(environment(program));
  }

  static ProcessSpec process(Map<String, String> env) {
    return new ProcessSpec(
        List.of(), List.of(), env, Optional.empty(), Optional.empty(), Optional.empty(), true);
  }

  private static Map<String, String> environment(Program program) {
    return switch (program) {
      case RUN_UNTIL_TERM -> Map.of("SIM_PRINT", "ready");
      case IGNORE_TERM -> Map.of("SIM_PRINT", "ready", "SIM_ON_SIGNAL", "ignore");
      case EXIT_3_ON_INT -> Map.of("SIM_PRINT", "ready", "SIM_ON_SIGNAL", "3");
      case DIE_OF_TERM -> Map.of("SIM_PRINT", "ready", "SIM_ON_SIGNAL", "143");
      case KILLED -> Map.of("SIM_EXIT_AFTER", "0s", "SIM_EXIT_CODE", "137");
      case EXIT_0 -> Map.of("SIM_EXIT_AFTER", "0s");
      case EXIT_1 -> Map.of("SIM_EXIT_AFTER", "0s", "SIM_EXIT_CODE", "1");
      case EXIT_3 -> Map.of("SIM_EXIT_AFTER", "0s", "SIM_EXIT_CODE", "3");
      case PRINT_THREE -> printing("SIM_PRINT", "one\ntwo\nthree");
      case PRINT_BOTH ->
          Map.of("SIM_PRINT", "out", "SIM_PRINT_ERROR", "err", "SIM_EXIT_AFTER", "0s");
      case PRINT_SLOWLY ->
          Map.of("SIM_PRINT", "first", "SIM_PRINT_LAST", "last", "SIM_EXIT_AFTER", "1s");
      case PRINT_FOREVER -> Map.of("SIM_PRINT_EVERY", "50ms");
      case PRINT_MANY -> printing("SIM_PRINT_COUNT", "2000");
      case PRINT_LONG -> printing("SIM_PRINT", "x".repeat(40_000));
      case PRINT_UNFINISHED -> printing("SIM_PRINT", "no end");
      case PRINT_UNICODE -> printing("SIM_PRINT", "\nGrüße ☀");
      case COPY_INPUT, SAY_SIZE, SAY_VARIABLE ->
          throw new IllegalArgumentException("Only a command does " + program);
      case BAD_ENTRYPOINT -> Map.of("SIM_START_ERROR", "no such file");
    };
  }

  /// What such a program does when it runs as a command in another's container.
  static List<String> command(Program program) {
    return switch (program) {
      case EXIT_0 -> List.of("true");
      case EXIT_1 -> List.of("SIM_EXEC_CODE=1");
      case EXIT_3 -> List.of("SIM_EXEC_CODE=3");
      case KILLED -> List.of("SIM_EXEC_CODE=137");
      case PRINT_THREE -> List.of("SIM_EXEC_PRINT=one\ntwo\nthree\n");
      case PRINT_BOTH -> List.of("SIM_EXEC_PRINT=out\n", "SIM_EXEC_WARN=err\n");
      case PRINT_UNICODE -> List.of("SIM_EXEC_PRINT=\nGrüße ☀\n");
      case PRINT_LONG -> List.of("SIM_EXEC_PRINT=" + "x".repeat(40_000));
      case PRINT_UNFINISHED -> List.of("SIM_EXEC_PRINT=no end");
      case PRINT_MANY -> List.of("SIM_EXEC_PRINT=" + numbered(2000));
      case PRINT_SLOWLY -> List.of("SIM_EXEC_PRINT=first\nlast\n", "SIM_EXEC_AFTER=1s");
      case COPY_INPUT -> List.of("SIM_EXEC_COPY=true");
      case SAY_SIZE -> List.of("SIM_EXEC_SIZE=true");
      case SAY_VARIABLE -> List.of("true");
      case BAD_ENTRYPOINT -> List.of("SIM_EXEC_ERROR=no such file");
      case RUN_UNTIL_TERM, IGNORE_TERM, EXIT_3_ON_INT, DIE_OF_TERM, PRINT_FOREVER ->
          List.of("SIM_EXEC_AFTER=1h");
    };
  }

  private static String numbered(int lines) {
    return IntStream.range(0, lines).mapToObj(i -> "line " + i + "\n").collect(joining());
  }

  private static Map<String, String> printing(String variable, String value) {
    return Map.of(variable, value, "SIM_EXIT_AFTER", "0s");
  }
}
