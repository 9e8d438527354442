package io.helyos.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the figures were measured on.
final class Machine {
  private Machine() {}

  /// The load averages of the last 1, 5 and 15 minutes.
  static String load() {
    var words = read("/proc/loadavg").split(" ", -1);
    return words[0] + " " + words[1] + " " + words[2];
  }

  static String loadOfLastMinute() {
    return load().substring(0, load().indexOf(' '));
  }

  static String description() {
    return "%d CPUs (%s), %d GiB of memory, Linux %s, Java %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            field("/proc/cpuinfo", "model name"),
            Math.round(
                Long.parseLong(field("/proc/meminfo", "MemTotal").split(" ", -1)[0]) / 1048576.0),
            System.getProperty("os.version"),
            Runtime.version());
  }

  private static String field(String file, String name) {
    return read(file)
        .lines()
        .filter(line -> line.startsWith(name))
        .findFirst()
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .orElse("unknown");
  }

  static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
