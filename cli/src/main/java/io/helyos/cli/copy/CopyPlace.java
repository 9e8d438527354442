package io.helyos.cli.copy;

import io.helyos.cli.shell.CommandFailed;
import java.util.Optional;

/// One end of a copying: `api-0:/srv/data`, `./data`, or `-`.
///
/// @param pod absent on this machine
/// @param path whole in a pod, as written on this machine
record CopyPlace(Optional<String> pod, String path) {
  static final String STANDARD = "-";
  private static final String CONTENTS = "/.";

  static CopyPlace of(String written) {
    var colon = written.indexOf(':');
    var isLocal = colon < 1 || written.startsWith("/") || written.startsWith(".");
    if (isLocal) return new CopyPlace(Optional.empty(), written);
    var path = written.substring(colon + 1);
    if (!path.startsWith("/")) {
      throw CommandFailed.usage(
          "Expected a whole path in the pod, found \"" + written + "\".",
          "a pod:    " + written.substring(0, colon) + ":/srv/data",
          "a file:   ./" + written);
    }
    return new CopyPlace(
        Optional.of(written.substring(0, colon)), path.equals("/") ? CONTENTS : path);
  }

  boolean isInPod() {
    return pod.isPresent();
  }

  boolean isStandard() {
    return pod.isEmpty() && path.equals(STANDARD);
  }

  /// Whether what is in the directory is meant, and not the directory.
  boolean isContents() {
    return path.endsWith(CONTENTS) || path.equals(".");
  }

  /// Whether it can only be a directory.
  boolean isDirectory() {
    return path.endsWith("/") || path.endsWith(CONTENTS);
  }

  /// The last name of a path in a pod; empty for the root.
  String name() {
    var bare = bare();
    return bare.substring(bare.lastIndexOf('/') + 1);
  }

  /// The directory above, in a pod.
  String parent() {
    var bare = bare();
    var slash = bare.lastIndexOf('/');
    return slash <= 0 ? "/" : bare.substring(0, slash);
  }

  private String bare() {
    var bare = path;
    while (bare.endsWith("/") || bare.endsWith(CONTENTS)) {
      bare = bare.substring(0, bare.length() - (bare.endsWith("/") ? 1 : 2));
    }
    return bare;
  }
}
