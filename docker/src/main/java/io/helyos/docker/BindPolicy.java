package io.helyos.docker;

import io.helyos.model.port.RuntimeFailure;
import io.helyos.model.port.RuntimeFailure.Kind;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Which directories of the machine a container may never mount. The front doors have looked at the
/// text of the path; only here, on the machine itself, can its symbolic links be followed.
final class BindPolicy {
  private static final List<Path> OF_THE_SYSTEM =
      Stream.of("/etc", "/proc", "/sys", "/dev", "/run", "/var/run").map(Path::of).toList();

  private final boolean local;
  private final List<Path> protectedPaths;
  private final Supplier<Path> dataRoot;

  /// @param dataRoot the engine's own directory, asked for when the first directory is mounted
  BindPolicy(DockerSettings settings, Supplier<Path> dataRoot) {
    this.local = EngineAddress.isLocal(settings.host());
    this.dataRoot = dataRoot;
    this.protectedPaths = new ArrayList<>(settings.protectedPaths());
    EngineAddress.socket(settings.host()).ifPresent(protectedPaths::add);
  }

  /// The directory behind a path, or a failure that says why it may not be mounted.
  Path resolve(String path) {
    if (!local) {
      throw refused(path, "the engine is on another machine, where its links cannot be checked");
    }
    if (!Path.of(path).isAbsolute()) {
      throw refused(path, "expected an absolute path");
    }
    var real =
        real(Path.of(path))
            .orElseThrow(
                () -> refused(path, "it does not exist on this node; create it there first"));
    if (real.getNameCount() == 0) {
      throw refused(path, "it is the root of the machine");
    }
    for (var place : OF_THE_SYSTEM) {
      if (real.startsWith(place)) {
        throw refused(path, real + " is in " + place + ", which belongs to the system");
      }
    }
    // A directory above one of these would give it away as well.
    for (var place : ownedByOthers()) {
      var owned = real(place).orElse(place);
      if (real.startsWith(owned) || owned.startsWith(real)) {
        throw refused(path, real + " gives access to " + owned + ", which runs the containers");
      }
    }
    return real;
  }

  private List<Path> ownedByOthers() {
    return Stream.concat(protectedPaths.stream(), Stream.of(dataRoot.get())).toList();
  }

  private static Optional<Path> real(Path path) {
    try {
      return Optional.of(path.toRealPath());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw refused(path.toString(), "it cannot be read: " + e.getMessage());
    }
  }

  private static RuntimeFailure refused(String path, String why) {
    return new RuntimeFailure(Kind.INVALID, "cannot mount " + path + ": " + why);
  }
}
