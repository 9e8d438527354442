package io.helyos.simulator.world;

/// Which courses are to be run.
///
/// @param first number
/// @param count of the numbers from the first on
/// @param cores to run on
/// @param story whether the first one is to be told, and no other run
record CourseOptions(long first, long count, int cores, boolean story) {
  private static final String USAGE = "Expected [--seeds N] [--from K] [--cores N] or --seed K";

  static CourseOptions of(String... arguments) {
    var options = new CourseOptions(0, 10_000, Runtime.getRuntime().availableProcessors(), false);
    for (var at = 0; at < arguments.length; at += 2) {
      if (at + 1 == arguments.length) throw new IllegalArgumentException(USAGE);
      options = options.with(arguments[at], arguments[at + 1]);
    }
    return options;
  }

  private CourseOptions with(String name, String value) {
    return switch (name) {
      case "--seed" -> new CourseOptions(number(name, value), 1, cores, true);
      case "--seeds" -> new CourseOptions(first, number(name, value), cores, story);
      case "--from" -> new CourseOptions(number(name, value), count, cores, story);
      case "--cores" ->
          new CourseOptions(first, count, Math.toIntExact(number(name, value)), story);
      default -> throw new IllegalArgumentException("%s, found %s".formatted(USAGE, name));
    };
  }

  private static long number(String name, String value) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException _) {
      throw new IllegalArgumentException(
          "Expected a whole number after %s, found '%s'".formatted(name, value));
    }
  }
}
