package io.helyos.daemon.harness;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A Docker engine of the test's own, which may be stopped and killed. It lives in a network
/// namespace, so its bridges and firewall rules are its own as well.
public final class OwnEngine implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);

  private final String namespace = "helyos-" + UUID.randomUUID().toString().substring(0, 8);
  private final Path folder;
  private @Nullable Process process;

  private OwnEngine(Path folder) {
    this.folder = folder;
  }

  /// Makes an engine, starts it and gives it the test image.
  public static OwnEngine start() {
    try {
      // Not below the test's folder: the socket's path has to be short.
      var engine = new OwnEngine(Files.createTempDirectory("helyos-engine"));
      Programs.run("ip", "netns", "add", engine.namespace);
      Programs.run("ip", "-n", engine.namespace, "link", "set", "lo", "up");
      engine.startAgain();
      engine.loadImage();
      return engine;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Docker docker() {
    return new Docker(folder.resolve("docker.sock"));
  }

  /// Starts the engine on what it has on its disk.
  public void startAgain() {
    // What a killed engine leaves behind makes the next one wait for a containerd that is gone.
    delete(folder.resolve("exec/containerd/containerd.pid"));
    delete(folder.resolve("docker.pid"));
    var started = launch();
    process = started;
    await("dockerd answers")
        .atMost(START)
        .until(() -> !started.isAlive() || docker().attempt("version").code() == 0);
    if (!started.isAlive()) throw new AssertionError("dockerd ended, see " + folder);
  }

  private Process launch() {
    try {
      return inside(
              "dockerd",
              "--data-root=" + folder.resolve("data"),
              "--exec-root=" + folder.resolve("exec"),
              "--pidfile=" + folder.resolve("docker.pid"),
              "--host=unix://" + docker().socket(),
              "--containerd-namespace=" + namespace,
              "--containerd-plugins-namespace=" + namespace + "-plugins")
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A program that sees the network as the engine does.
  ProcessBuilder inside(String... command) {
    var all = new ArrayList<>(List.of("nsenter", "--net=/run/netns/" + namespace));
    all.addAll(List.of(command));
    return new ProcessBuilder(all);
  }

  private void loadImage() {
    var archive = folder.resolve("image.tar").toString();
    Docker.shared().run("save", "--output", archive, Docker.IMAGE);
    docker().run("load", "--input", archive);
  }

  /// As an operator stops it: its containers are stopped with it.
  public void stop() {
    running().destroy();
    Programs.exitCode(running());
  }

  /// As `kill -9` of dockerd and its containerd: containers go on until they are started again.
  public void kill() {
    running().destroyForcibly();
    Programs.exitCode(running());
    var containerd = ownProcesses().stream().filter(handle -> !isShim(handle)).toList();
    containerd.forEach(ProcessHandle::destroyForcibly);
    await("containerd is dead").until(() -> containerd.stream().noneMatch(ProcessHandle::isAlive));
  }

  private static boolean isShim(ProcessHandle handle) {
    return handle.info().command().filter(command -> command.contains("shim")).isPresent();
  }

  /// From now on it takes connections and answers nothing; its containers go on.
  public void freeze() {
    Programs.run("kill", "-STOP", Long.toString(running().pid()));
  }

  public void thaw() {
    Programs.run("kill", "-CONT", Long.toString(running().pid()));
  }

  /// As a power cut does: engine, containerd, shims and containers are gone at once.
  public void crash() {
    var containers =
        docker()
            .run("ps", "--quiet")
            .lines()
            .map(id -> docker().inspect(id).path("State").path("Pid").asLong())
            .toList();
    running().destroyForcibly();
    Programs.exitCode(running());
    ownProcesses().forEach(ProcessHandle::destroyForcibly);
    containers.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    await("everything is dead").until(() -> ownProcesses().isEmpty() && noneLives(containers));
  }

  private static boolean noneLives(List<Long> pids) {
    return pids.stream().noneMatch(pid -> ProcessHandle.of(pid).isPresent());
  }

  /// containerd and its shims: whatever was started with our folder or our namespace.
  private List<ProcessHandle> ownProcesses() {
    return ProcessHandle.allProcesses()
        .filter(handle -> handle.pid() != ProcessHandle.current().pid())
        .filter(handle ->
            handle.info().arguments().stream()
                .flatMap(Arrays::stream)
                .anyMatch(word -> word.contains(folder.toString()) || word.equals(namespace)))
        .toList();
  }

  private Process running() {
    if (process == null) throw new AssertionError("The engine was not started");
    return process;
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (running().isAlive()) {
      thaw();
      docker()
          .run("ps", "--quiet", "--all")
          .lines()
          .forEach(id -> docker().attempt("rm", "-f", id));
      stop();
    }
    ownProcesses().forEach(ProcessHandle::destroyForcibly);
    Programs.attempt("ip", "netns", "delete", namespace);
    // dockerd mounts its data on itself and leaves it so.
    Programs.attempt("umount", folder.resolve("data").toString());
    Programs.attempt("rm", "--recursive", "--force", folder.toString());
  }
}
