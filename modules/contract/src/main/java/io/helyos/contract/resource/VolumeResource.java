package io.helyos.contract.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// A mount in the old shape: a named volume has `name`, a directory of the node has `path`.
public @JsonInclude(JsonInclude.Include.NON_NULL) record VolumeResource(
    @Nullable String name, @Nullable String path, String mount, @Nullable Boolean readonly) {
  public static VolumeResource named(String name, String mount) {
    return new VolumeResource(name, null, mount, null);
  }

  public static VolumeResource bind(String path, String mount, boolean readonly) {
    return new VolumeResource(null, path, mount, readonly);
  }
}
