package io.helyos.daemon.harness;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A registry beside an engine of the test's own, with the test image in it.
public final class Registry implements AutoCloseable {
  private static final String ADDRESS = "127.0.0.1:5000";

  private final Process process;

  private Registry(Process process) {
    this.process = process;
  }

  public static Registry beside(OwnEngine engine, Path folder) {
    Programs.run(Programs.script("ensure-docker").toString(), "--for-tests");
    try {
      var config =
          Files.writeString(
              Files.createDirectories(folder).resolve("config.yml"),
              """
              version: 0.1
              log: {level: error}
              storage: {filesystem: {rootdirectory: "%s"}}
              http: {addr: "%s"}
              """
                  .formatted(folder.resolve("data"), ADDRESS));
      var started =
          engine
              .inside("docker-registry", "serve", config.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("log").toFile())
              .start();
      engine.docker().run("tag", Docker.IMAGE, image());
      await("the registry answers")
          .until(() -> engine.docker().attempt("push", image()).code() == 0);
      return new Registry(started);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String image() {
    return ADDRESS + "/" + Docker.IMAGE;
  }

  @Override
  public void close() {
    process.destroyForcibly();
    Programs.exitCode(process);
  }
}
