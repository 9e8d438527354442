package io.helyos.contract.spec;

/// A file system that is mounted into the container at an absolute path.
public sealed interface VolumeSpec {
  String mount();

  /// Kept by the engine; outlives the deployment.
  record Named(String name, String mount) implements VolumeSpec {}

  /// A directory of the node.
  record Bind(String path, String mount, boolean readonly) implements VolumeSpec {}

  /// In memory, gone with the container.
  record Tmpfs(long bytes, String mount) implements VolumeSpec {}
}
