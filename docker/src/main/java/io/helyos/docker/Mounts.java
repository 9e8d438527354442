package io.helyos.docker;

import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.TmpfsOptions;
import io.helyos.model.template.VolumeSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/// Volumes in the engine's words. A named volume needs no call of its own: the engine makes it when
/// it is first mounted.
final class Mounts {
  private Mounts() {}

  /// @param bindSource from the path that the user wrote to the one that is mounted
  static List<Mount> of(List<VolumeSpec> volumes, Function<String, Path> bindSource) {
    return volumes.stream().map(volume -> of(volume, bindSource)).toList();
  }

  private static Mount of(VolumeSpec volume, Function<String, Path> bindSource) {
    var mount = new Mount().withTarget(volume.mount());
    return switch (volume) {
      case VolumeSpec.Named named -> mount.withType(MountType.VOLUME).withSource(named.name());
      case VolumeSpec.Bind bind ->
          mount
              .withType(MountType.BIND)
              .withSource(bindSource.apply(bind.path()).toString())
              .withReadOnly(bind.readonly());
      case VolumeSpec.Tmpfs tmpfs ->
          mount
              .withType(MountType.TMPFS)
              .withTmpfsOptions(new TmpfsOptions().withSizeBytes(tmpfs.bytes()));
    };
  }
}
