package io.helyos.simulator;

import io.helyos.model.port.RuntimeFailure;
import io.helyos.model.port.RuntimeFailure.Kind;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What a command in a simulated container does, as the container's environment tells, and over it
/// the command's own words (see the package).
///
/// @param error why it cannot be executed, empty when it can
record ExecBehaviour(int exitCode, Duration after, String output, String error) {
  private static final Pattern WORD = Pattern.compile("(?s)(SIM_EXEC_[A-Z]+)=(.*)");

  /// As a real engine keeps.
  private static final int KEPT = 4096;

  static ExecBehaviour of(Map<String, String> env, List<String> command) {
    var told = new HashMap<>(env);
    for (var word : command) {
      var matcher = WORD.matcher(word);
      if (matcher.matches()) {
        told.put(matcher.group(1), matcher.group(2));
      }
    }
    if (command.isEmpty()) {
      throw new RuntimeFailure(Kind.INVALID, "expected a command to execute, found none");
    }
    return new ExecBehaviour(
        Behaviour.number(told, "SIM_EXEC_CODE"),
        Behaviour.duration(told, "SIM_EXEC_AFTER").orElse(Duration.ZERO),
        cut(told.getOrDefault("SIM_EXEC_PRINT", "")),
        told.getOrDefault("SIM_EXEC_ERROR", ""));
  }

  private static String cut(String output) {
    return output.substring(Math.max(0, output.length() - KEPT));
  }
}
