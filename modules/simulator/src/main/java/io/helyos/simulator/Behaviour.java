package io.helyos.simulator;

import io.helyos.model.port.RuntimeFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// What a simulated process does, as its environment tells (see the package).
///
/// @param signalExit exit code when told to stop, empty when it ignores that
/// @param startError why it cannot be executed, empty when it can
record Behaviour(
    Optional<Duration> exitAfter,
    int exitCode,
    Optional<Duration> oomAfter,
    OptionalInt signalExit,
    Duration stopAfter,
    String startError,
    List<String> print,
    List<String> printError,
    int printCount,
    Optional<Duration> printEvery,
    List<String> printLast) {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

  static Behaviour of(Map<String, String> env) {
    var onSignal = env.getOrDefault("SIM_ON_SIGNAL", "0");
    return new Behaviour(
        duration(env, "SIM_EXIT_AFTER"),
        number(env, "SIM_EXIT_CODE"),
        duration(env, "SIM_OOM_AFTER"),
        onSignal.equals("ignore")
            ? OptionalInt.empty()
            : OptionalInt.of(number(env, "SIM_ON_SIGNAL")),
        duration(env, "SIM_STOP_AFTER").orElse(Duration.ZERO),
        env.getOrDefault("SIM_START_ERROR", ""),
        lines(env, "SIM_PRINT"),
        lines(env, "SIM_PRINT_ERROR"),
        number(env, "SIM_PRINT_COUNT"),
        interval(env, "SIM_PRINT_EVERY"),
        lines(env, "SIM_PRINT_LAST"));
  }

  private static List<String> lines(Map<String, String> env, String name) {
    var text = env.get(name);
    return text == null ? List.of() : text.lines().toList();
  }

  static int number(Map<String, String> env, String name) {
    var text = env.getOrDefault(name, "0");
    if (!text.matches("\\d{1,6}")) {
      throw unreadable(name, "a number", text);
    }
    return Integer.parseInt(text);
  }

  static Optional<Duration> duration(Map<String, String> env, String name) {
    var text = env.get(name);
    if (text == null) {
      return Optional.empty();
    }
    var matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw unreadable(name, "a duration like 500ms, 2s, 5m or 1h", text);
    }
    var amount = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(amount);
          case "s" -> Duration.ofSeconds(amount);
          case "m" -> Duration.ofMinutes(amount);
          default -> Duration.ofHours(amount);
        });
  }

  private static Optional<Duration> interval(Map<String, String> env, String name) {
    var found = duration(env, name);
    if (found.isPresent() && found.get().isZero()) {
      throw unreadable(name, "a duration above zero", "0");
    }
    return found;
  }

  private static RuntimeFailure unreadable(String name, String expected, String found) {
    return new RuntimeFailure(
        RuntimeFailure.Kind.INVALID,
        "simulated container: expected " + expected + " in " + name + ", found '" + found + "'");
  }
}
