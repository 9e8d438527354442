package io.helyos.load;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A registry beside an engine of our own, with versions of the test image in it: whoever names an
/// image by its digest has to be able to ask somebody about it.
final class LocalRegistry implements AutoCloseable {
  private static final String REPOSITORY = "127.0.0.1:5000/helyos/test";
  private static final Duration START = Duration.ofSeconds(30);

  private final OwnEngine engine;
  private final Process server;

  private LocalRegistry(OwnEngine engine, Process server) {
    this.engine = engine;
    this.server = server;
  }

  static LocalRegistry beside(OwnEngine engine) throws Exception {
    var folder = Files.createDirectories(engine.folder().resolve("registry"));
    var config =
        Files.writeString(
            folder.resolve("config.yml"),
            """
            version: 0.1
            log: {level: error}
            storage: {filesystem: {rootdirectory: "%s"}}
            http: {addr: "127.0.0.1:5000"}
            """
                .formatted(folder.resolve("data")));
    var server =
        engine
            .inside("docker-registry", "serve", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    return new LocalRegistry(engine, server);
  }

  /// So many different images, each named by its digest.
  List<String> versions(int count) throws Exception {
    var images = new ArrayList<String>();
    for (var version = 1; version <= count; version++) images.add(version(version));
    return images;
  }

  private String version(int version) throws Exception {
    var name = REPOSITORY + ":" + version;
    var container = engine.docker("create", Workload.IMAGE);
    engine.docker("commit", "--change", "LABEL version=" + version, container, name);
    engine.docker("rm", container);
    Processes.await(
        "the registry takes an image", START, Duration.ofMillis(200), () -> isPushed(name));
    return engine.docker("inspect", "--format", "{{index .RepoDigests 0}}", name);
  }

  private boolean isPushed(String name) throws InterruptedException {
    try {
      engine.docker("push", name);
      return true;
    } catch (java.io.IOException notYet) {
      return false;
    }
  }

  @Override
  public void close() {
    server.destroyForcibly().onExit().join();
  }
}
