package io.helyos.simulator;

import io.helyos.model.port.Program;
import io.helyos.model.template.ProcessSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
      case BAD_ENTRYPOINT -> Map.of("SIM_START_ERROR", "no such file");
    };
  }

  private static Map<String, String> printing(String variable, String value) {
    return Map.of(variable, value, "SIM_EXIT_AFTER", "0s");
  }
}
