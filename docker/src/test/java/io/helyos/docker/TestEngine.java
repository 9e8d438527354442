package io.helyos.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// The real engine that the tests share, made ready once: an engine that answers, and the image
/// `helyos/test:1` on it. Nobody stops it.
final class TestEngine {
  static final String IMAGE = "helyos/test:1";

  private static final TestEngine SHARED = new TestEngine();

  private final URI host =
      Optional.ofNullable(System.getenv("DOCKER_HOST"))
          .map(URI::create)
          .orElse(DockerSettings.DEFAULT_HOST);

  private final DockerRuntime runtime;
  private final DockerClient raw;

  private TestEngine() {
    run(script("build-test-image").toString());
    this.runtime = DockerRuntime.connect(host);
    var config = new ClientConfig(DockerSettings.of(host));
    this.raw =
        DockerClientImpl.getInstance(
            config, new ZerodepDockerHttpClient.Builder().dockerHost(host).build());
  }

  static DockerRuntime runtime() {
    return SHARED.runtime;
  }

  /// The engine without our code in between, to see what is really there.
  static DockerClient raw() {
    return SHARED.raw;
  }

  static DockerSettings settings() {
    return DockerSettings.of(SHARED.host);
  }

  static Path socket() {
    return EngineAddress.socket(SHARED.host)
        .orElseThrow(() ->
            new AssertionError("expected a unix socket to put a proxy before, got " + SHARED.host));
  }

  /// A script of the project, wherever the tests were started.
  static Path script(String name) {
    return Stream.iterate(Path.of("").toAbsolutePath(), up -> up != null, Path::getParent)
        .map(directory -> directory.resolve("scripts").resolve(name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () -> new AssertionError("expected scripts/" + name + " above this directory"));
  }

  /// Runs a program that must succeed, and returns what it printed.
  static String run(String... command) {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      var output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.waitFor() != 0) {
        throw new AssertionError(String.join(" ", command) + " failed: " + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while running " + command[0], e);
    }
  }
}
