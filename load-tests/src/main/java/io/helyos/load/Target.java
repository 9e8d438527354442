package io.helyos.load;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What probes ask, in a process of its own: its work must not be counted as the daemon's.
final class Target implements AutoCloseable {
  static final String COUNT = "/count";

  private final Process process;
  private final int port;

  private Target(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static Target start() throws IOException {
    var command =
        List.of(
            Processes.java("java"),
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            TargetProgram.class.getName());
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var line = process.inputReader(StandardCharsets.UTF_8).readLine();
    if (line == null) throw new IOException("Expected the probes' target to tell its port.");
    return new Target(process, Integer.parseInt(line));
  }

  int port() {
    return port;
  }

  /// How often it was asked so far, by its own count.
  long asked() throws IOException {
    var count = URI.create("http://127.0.0.1:%d%s".formatted(port, COUNT)).toURL();
    try (var in = count.openStream()) {
      return Long.parseLong(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
