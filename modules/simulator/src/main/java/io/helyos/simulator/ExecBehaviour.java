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
/// @param copies whether it writes back what it reads, until there is no more
/// @param measures whether it tells the size of its terminal each time that it reads something
record ExecBehaviour(
    int exitCode,
    Duration after,
    String output,
    String warning,
    String error,
    boolean copies,
    boolean measures) {
  private static final Pattern WORD = Pattern.compile("(?s)(SIM_EXEC_[A-Z]+)=(.*)");

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
        told.getOrDefault("SIM_EXEC_PRINT", ""),
        told.getOrDefault("SIM_EXEC_WARN", ""),
        told.getOrDefault("SIM_EXEC_ERROR", ""),
        told.getOrDefault("SIM_EXEC_COPY", "").equals("true"),
        told.getOrDefault("SIM_EXEC_SIZE", "").equals("true"));
  }

  /// Whether it goes on as long as it is given something.
  boolean reads() {
    return copies || measures;
  }

  /// What a real engine keeps of all that it writes.
  String lastWords() {
    var all = output + warning;
    return all.substring(Math.max(0, all.length() - KEPT));
  }
}
