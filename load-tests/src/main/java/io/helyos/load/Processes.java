package io.helyos.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/// What the kernel and the JDK's own tools say of a process.
final class Processes {
  /// The kernel's unit in `/proc`, on every Linux that we run on.
  private static final double TICKS_PER_SECOND = 100;

  private Processes() {}

  /// Seconds of CPU that a process has used so far, its own and the system's for it.
  static double cpuSeconds(long pid) {
    var stat = Machine.read("/proc/" + pid + "/stat");
    // The name in brackets may hold spaces; the fields are counted after it.
    var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
  }

  /// Bytes of all living objects of a JVM; the JVM collects its garbage first.
  static long liveHeap(long pid) throws IOException, InterruptedException {
    var histogram = output(List.of(java("jcmd"), Long.toString(pid), "GC.class_histogram"));
    var total = histogram.lines().filter(line -> line.startsWith("Total")).findFirst();
    return Long.parseLong(total.orElseThrow().strip().split("\\s+", -1)[2]);
  }

  /// A program of the JDK that runs us.
  static String java(String program) {
    return Path.of(System.getProperty("java.home"), "bin", program).toString();
  }

  /// What a command writes; fails when the command does.
  static String output(List<String> command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() == 0) return text;
    throw new IOException(
        "Expected %s to succeed, found status %d: %s"
            .formatted(command, process.exitValue(), text));
  }

  /// A condition that becomes true, looked at again and again.
  interface Condition {
    boolean holds() throws Exception;
  }

  static void await(String what, Duration patience, Duration pause, Condition condition)
      throws Exception {
    var end = System.nanoTime() + patience.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "Expected within %d s: %s; it did not come.".formatted(patience.toSeconds(), what));
      }
      Thread.sleep(pause);
    }
  }

  static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) return;
    try (var paths = Files.walk(folder)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
