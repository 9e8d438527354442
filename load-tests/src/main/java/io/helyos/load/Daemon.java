package io.helyos.load;

import io.helyos.client.HelyosClient;
import io.helyos.client.http.Endpoint;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A helyosd of this build in a process and a folder of its own. Closing it stops the process and
/// deletes the folder; the containers are the benchmark's to remove before.
final class Daemon implements AutoCloseable {
  /// What the launcher sets.
  static final List<String> FLAGS =
      List.of(
          "--sun-misc-unsafe-memory-access=allow",
          "--enable-native-access=ALL-UNNAMED",
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          "-Xmx1g");

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path folder;
  private final int port;
  private final List<String> command;
  private final Process process;

  private Daemon(Path folder, int port, List<String> command) throws IOException {
    this.folder = folder;
    this.port = port;
    this.command = command;
    var builder = new ProcessBuilder(command);
    builder.environment().put("HELYOS_CONFIG", folder.resolve("config.toml").toString());
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
    this.process = builder.start();
  }

  /// Starts a daemon and waits until it is ready.
  static Daemon start(String... arguments) throws Exception {
    var daemon = launch(java(FLAGS), arguments);
    daemon.awaitReady(Duration.ofMillis(50));
    return daemon;
  }

  /// The command that runs the daemon's class on our own class path.
  static List<String> java(List<String> flags) {
    var command = new ArrayList<String>();
    command.add(Processes.java("java"));
    command.addAll(flags);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), "io.helyos.daemon.HelyosDaemon"));
    return command;
  }

  /// Starts a daemon and does not wait.
  static Daemon launch(List<String> program, String... arguments) throws IOException {
    var folder = Files.createTempDirectory("helyos-bench");
    var port = freePort();
    var command = new ArrayList<>(program);
    command.addAll(List.of("--data-dir", folder.resolve("data").toString()));
    command.addAll(List.of("--port", Integer.toString(port)));
    command.addAll(List.of(arguments));
    return new Daemon(folder, port, command);
  }

  /// Ends it as a power cut would; the one that goes on with its folder is ready.
  Daemon killedAndStartedAgain() throws Exception {
    kill();
    return startedAgain();
  }

  /// Ends it as a power cut would.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// The one that goes on with the folder of this one, which has ended; it is ready.
  Daemon startedAgain() throws Exception {
    var next = new Daemon(folder, port, command);
    next.awaitReady(Duration.ofMillis(10));
    return next;
  }

  void awaitReady(Duration pause) throws Exception {
    Processes.await(
        "helyosd is ready",
        PATIENCE,
        pause,
        () -> {
          if (!process.isAlive()) {
            throw new IllegalStateException(
                "helyosd ended: " + Files.readString(folder.resolve("log")));
          }
          return isReady();
        });
  }

  private boolean isReady() {
    try {
      var ready = URI.create("http://127.0.0.1:%d/ready".formatted(port)).toURL();
      return ((HttpURLConnection) ready.openConnection()).getResponseCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  HelyosClient client() throws IOException {
    return client(this);
  }

  /// Its API with the first token of the cluster, which another daemon has written.
  HelyosClient client(Daemon founder) throws IOException {
    var token = Files.readString(founder.folder.resolve("data/token")).strip();
    return HelyosClient.of(Endpoint.of("http://127.0.0.1:" + port).withToken(Optional.of(token)));
  }

  /// Deploys a specification in YAML.
  void deploy(String spec) throws IOException {
    client().deploy(spec.getBytes(StandardCharsets.UTF_8), "application/yaml");
  }

  long pid() {
    return process.pid();
  }

  double cpuSeconds() {
    return Processes.cpuSeconds(pid());
  }

  Journal journal() {
    return new Journal(folder.resolve("data/journal.db"));
  }

  /// The configuration of the command line that the daemon wrote at its first start.
  Path config() {
    return folder.resolve("config.toml");
  }

  /// Asks the daemon to end, and waits for it.
  void stop() {
    process.destroy();
    process
        .onExit()
        .completeOnTimeout(process, PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .join()
        .destroyForcibly();
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws IOException {
    stop();
    Processes.deleteTree(folder);
  }
}
