package io.helyos.docker;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Where the engine is and how it is spoken to.
///
/// @param host `unix:///path`, or `tcp://address:port`
/// @param certificates directory with `ca.pem`, `cert.pem` and `key.pem`; needed for any `tcp` host
///   that is not this machine
/// @param lanes how many short calls are under way at once, the others wait
/// @param answerTimeout after which a short call counts as unanswered
/// @param pullPatience after which a pull that makes no progress is given up; one that makes some
///   may take as long as it likes
/// @param registryConfig Docker's own directory with `config.json`, for registry credentials
/// @param helperPath where programs named `docker-credential-...` are looked for
/// @param protectedPaths directories that no container may mount, beside those of the system
public record DockerSettings(
    URI host,
    Optional<Path> certificates,
    int lanes,
    Duration answerTimeout,
    Duration pullPatience,
    Path registryConfig,
    List<Path> helperPath,
    List<Path> protectedPaths) {
  public static final URI DEFAULT_HOST = URI.create("unix:///var/run/docker.sock");

  public DockerSettings {
    helperPath = List.copyOf(helperPath);
    protectedPaths = List.copyOf(protectedPaths);
  }

  /// As the environment says, by the variables that Docker's own command reads.
  public static DockerSettings of(URI host) {
    var environment = System.getenv();
    var home = Path.of(System.getProperty("user.home"), ".docker");
    var tls = !environment.getOrDefault("DOCKER_TLS_VERIFY", "").isEmpty();
    var certificates = Path.of(environment.getOrDefault("DOCKER_CERT_PATH", home.toString()));
    var path = environment.getOrDefault("PATH", "").split(File.pathSeparator);
    return new DockerSettings(
        host,
        tls ? Optional.of(certificates) : Optional.empty(),
        12,
        Duration.ofSeconds(30),
        Duration.ofMinutes(5),
        Path.of(environment.getOrDefault("DOCKER_CONFIG", home.toString())),
        Arrays.stream(path).filter(entry -> !entry.isEmpty()).map(Path::of).toList(),
        List.of());
  }

  public DockerSettings withAnswerTimeout(Duration timeout) {
    return copy(lanes, timeout, pullPatience, registryConfig, helperPath, protectedPaths);
  }

  public DockerSettings withPullPatience(Duration patience) {
    return copy(lanes, answerTimeout, patience, registryConfig, helperPath, protectedPaths);
  }

  public DockerSettings withLanes(int count) {
    return copy(count, answerTimeout, pullPatience, registryConfig, helperPath, protectedPaths);
  }

  public DockerSettings withRegistryConfig(Path directory, List<Path> helpers) {
    return copy(lanes, answerTimeout, pullPatience, directory, helpers, protectedPaths);
  }

  public DockerSettings withProtectedPaths(List<Path> paths) {
    return copy(lanes, answerTimeout, pullPatience, registryConfig, helperPath, paths);
  }

  private DockerSettings copy(
      int count,
      Duration timeout,
      Duration patience,
      Path config,
      List<Path> helpers,
      List<Path> paths) {
    return new DockerSettings(host, certificates, count, timeout, patience, config, helpers, paths);
  }
}
