package io.helyos.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// An engine of our own in a network namespace: the machine's engine is not ours to change or to
/// freeze. It needs root, as dockerd does.
final class OwnEngine implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(1);

  private final String name = "helyos-engine-" + ProcessHandle.current().pid();
  private final Path folder;
  private final Process process;

  private OwnEngine() throws Exception {
    // The path of a socket is short by its nature.
    folder = Files.createTempDirectory("engine");
    Processes.output(List.of("ip", "netns", "add", name));
    Processes.output(List.of("ip", "-n", name, "link", "set", "lo", "up"));
    process = launch();
  }

  /// Starts the engine and gives it the image.
  static OwnEngine start(String image) throws Exception {
    var engine = new OwnEngine();
    try {
      Processes.await(
          "dockerd answers", START, Duration.ofMillis(100), () -> Files.exists(engine.socket()));
      var archive = engine.folder.resolve("image.tar").toString();
      Processes.output(List.of("docker", "save", "--output", archive, image));
      engine.docker("load", "--input", archive);
      return engine;
    } catch (Exception e) {
      engine.close();
      throw e;
    }
  }

  /// A program that sees the network as the engine does.
  ProcessBuilder inside(String... command) {
    var all = new ArrayList<>(List.of("nsenter", "--net=/run/netns/" + name));
    all.addAll(List.of(command));
    return new ProcessBuilder(all);
  }

  /// A place for what belongs to it, gone with it.
  Path folder() {
    return folder;
  }

  private Process launch() throws IOException {
    return inside(
            "dockerd",
            "--data-root=" + folder.resolve("data"),
            "--exec-root=" + folder.resolve("exec"),
            "--pidfile=" + folder.resolve("docker.pid"),
            "--host=unix://" + socket(),
            "--containerd-namespace=" + name,
            "--containerd-plugins-namespace=" + name + "-plugins")
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }

  /// Makes it a swarm of one.
  void beSwarm() throws IOException, InterruptedException {
    docker("swarm", "init", "--advertise-addr", "127.0.0.1");
  }

  /// From now on it takes connections and answers nothing; its containers go on.
  void freeze() throws IOException, InterruptedException {
    signal("-STOP");
  }

  void thaw() throws IOException, InterruptedException {
    signal("-CONT");
  }

  private void signal(String signal) throws IOException, InterruptedException {
    Processes.output(List.of("kill", signal, Long.toString(process.pid())));
  }

  Path socket() {
    return folder.resolve("docker.sock");
  }

  String docker(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("docker", "-H", "unix://" + socket()));
    command.addAll(List.of(arguments));
    return Processes.output(command).strip();
  }

  @Override
  public void close() throws IOException {
    quietly("kill -CONT " + process.pid());
    if (process.isAlive()) quietly("docker -H unix://%s swarm leave --force".formatted(socket()));
    process.destroy();
    process.onExit().join();
    quietly("ip netns delete " + name);
    quietly("umount --lazy %1$s/data %1$s/exec/netns/*; rm -rf %1$s".formatted(folder));
  }

  /// What is not there need not be taken away.
  private static void quietly(String script) throws IOException {
    new ProcessBuilder("sh", "-c", script)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .onExit()
        .join();
  }
}
