package io.helyos.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// The directory that holds journal, orders and token. Specifications may carry what nobody else is
/// to read, so it belongs to its user alone.
final class DataDir {
  private DataDir() {}

  static void prepare(Path directory) {
    try {
      Files.createDirectories(directory);
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException e) {
      throw new StartFailure(
          "Expected a directory of this user's own for --data-dir, found %s: %s"
              .formatted(directory, e),
          e);
    }
  }
}
