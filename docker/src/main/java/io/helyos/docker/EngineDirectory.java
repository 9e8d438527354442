package io.helyos.docker;

import com.github.dockerjava.api.DockerClient;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The directory in which the engine keeps its images, containers and volumes. Asked once: it
/// cannot change while the engine runs, and a changed one would not make the old one less its own.
final class EngineDirectory implements Supplier<Path> {
  private final DockerClient docker;
  private volatile @Nullable Path known;

  EngineDirectory(DockerClient docker) {
    this.docker = docker;
  }

  @Override
  public Path get() {
    var path = known;
    if (path == null) {
      path = Path.of(String.valueOf(docker.infoCmd().exec().getDockerRootDir()));
      known = path;
    }
    return path;
  }
}
