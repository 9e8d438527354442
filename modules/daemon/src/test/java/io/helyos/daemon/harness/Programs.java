package io.helyos.daemon.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Runs programs of the machine.
public final class Programs {
  private Programs() {}

  /// How a program ended, and what it wrote.
  public record Ended(int code, String output) {}

  /// Runs a program that must succeed, and returns what it printed.
  public static String run(String... command) {
    var ended = attempt(command);
    if (ended.code() == 0) return ended.output();
    throw new AssertionError(
        "%s failed with %d: %s".formatted(String.join(" ", command), ended.code(), ended.output()));
  }

  /// Runs a program that may fail.
  public static Ended attempt(String... command) {
    try {
      return end(new ProcessBuilder(command).redirectErrorStream(true).start());
    } catch (IOException e) {
      throw new UncheckedIOException("Expected to find " + command[0] + " on this machine", e);
    }
  }

  /// Waits for a process, reading what it writes.
  static Ended end(Process process) throws IOException {
    process.getOutputStream().close();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(exitCode(process), output.strip());
  }

  static int exitCode(Process process) {
    try {
      if (process.waitFor(60, TimeUnit.SECONDS)) return process.exitValue();
      throw new AssertionError("Still running after 60 s: " + process.info().commandLine());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }

  /// A script of the project, wherever the tests were started.
  static Path script(String name) {
    return Stream.iterate(Path.of("").toAbsolutePath(), up -> up != null, Path::getParent)
        .map(directory -> directory.resolve("scripts").resolve(name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () -> new AssertionError("Expected scripts/" + name + " above this directory"));
  }
}
