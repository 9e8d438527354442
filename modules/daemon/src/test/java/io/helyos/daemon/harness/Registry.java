package io.helyos.daemon.harness;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A registry for one test class, the real server of Debian's package.
public final class Registry implements AutoCloseable {
  private static final String BESIDE = "127.0.0.1:5000";

  private final Process process;
  private final Docker docker;
  private final String address;

  private Registry(Process process, Docker docker, String address) {
    this.process = process;
    this.docker = docker;
    this.address = address;
  }

  /// Beside an engine of the test's own, with the test image in it.
  public static Registry beside(OwnEngine engine, Path folder) {
    var server = engine.inside("docker-registry", "serve", config(folder, BESIDE).toString());
    var registry = new Registry(launched(server, folder), engine.docker(), BESIDE);
    engine.docker().run("tag", Docker.IMAGE, image());
    registry.push(image());
    return registry;
  }

  /// For an engine of this machine, with nothing in it.
  public static Registry onThisMachine(Docker docker, Path folder) {
    var address = "127.0.0.1:" + DaemonProcess.freePort();
    var server = new ProcessBuilder("docker-registry", "serve", config(folder, address).toString());
    return new Registry(launched(server, folder), docker, address);
  }

  private static Path config(Path folder, String address) {
    Programs.run(Programs.script("ensure-docker").toString(), "--for-tests");
    try {
      return Files.writeString(
          Files.createDirectories(folder).resolve("config.yml"),
          """
          version: 0.1
          log: {level: error}
          storage: {filesystem: {rootdirectory: "%s"}}
          http: {addr: "%s"}
          """
              .formatted(folder.resolve("data"), address));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Process launched(ProcessBuilder server, Path folder) {
    try {
      return server
          .redirectErrorStream(true)
          .redirectOutput(folder.resolve("log").toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void push(String image) {
    await("the registry answers").until(() -> docker.attempt("push", image).code() == 0);
  }

  public static String image() {
    return BESIDE + "/" + Docker.IMAGE;
  }

  /// What an image of this name in here is called.
  public String named(String name) {
    return address + "/" + name;
  }

  /// Puts an image like no other under a name, whatever was there before, and leaves nothing of it
  /// on the engine; returns its id.
  public String put(String name) {
    var container = docker.run("create", Docker.IMAGE);
    var id =
        docker.run("commit", "--change", "LABEL made=" + System.nanoTime(), container, named(name));
    docker.run("rm", container);
    push(named(name));
    docker.run("rmi", named(name));
    return id;
  }

  @Override
  public void close() {
    process.destroyForcibly();
    Programs.exitCode(process);
  }
}
