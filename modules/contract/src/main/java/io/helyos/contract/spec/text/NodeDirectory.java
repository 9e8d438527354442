package io.helyos.contract.spec.text;

import java.util.List;
import java.util.Optional;

/// Directories of a node that a pod may not see, since they are as good as root on it. The agent
/// asks again with the path that is left when symbolic links are resolved.
public final class NodeDirectory {
  private static final List<String> GUARDED =
      List.of(
          "/etc",
          "/proc",
          "/sys",
          "/dev",
          "/run",
          "/var/run",
          "/var/lib/docker",
          "/var/lib/containerd",
          "/var/lib/helyos");
  private static final List<String> OF_HELYOS = List.of(".helyos", ".docker");
  private static final List<String> SOCKETS = List.of("docker.sock", "containerd.sock");

  private NodeDirectory() {}

  public static Parsed<String> parse(String text) {
    return ContainerPath.parse(text)
        .then(path ->
            refusal(path)
                .map(why -> Parsed.<String>refused(Code.NOT_ALLOWED, why))
                .orElseGet(() -> Parsed.of(path)));
  }

  /// Why an absolute path without detours may not be mounted.
  public static Optional<String> refusal(String path) {
    return guarded(path)
        .map(directory ->
            "expected a directory that pods may see, found %s: %s is the node's own, use a named volume or another directory"
                .formatted(Quote.of(path), directory));
  }

  // A parent of a guarded directory shows it just as well.
  private static Optional<String> guarded(String path) {
    if (path.equals("/")) {
      return Optional.of("/");
    }
    var parts = List.of(path.split("/"));
    return GUARDED.stream()
        .filter(g -> ContainerPath.isAtOrBelow(path, g) || ContainerPath.isAtOrBelow(g, path))
        .findFirst()
        .or(() -> OF_HELYOS.stream().filter(parts::contains).findFirst())
        .or(() -> SOCKETS.stream().filter(parts::contains).findFirst());
  }
}
