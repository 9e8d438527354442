package io.helyos.daemon;

import io.helyos.orchestrator.audit.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/// The key that this daemon signs checkpoints with, in a file that only its user can read.
final class AuditKey {
  private AuditKey() {}

  /// Reads the key, or makes it the first time.
  static SigningKey of(Path file) {
    try {
      if (Files.exists(file)) return SigningKey.parse(Files.readString(file));
      var key = SigningKey.random();
      var half = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(half);
      Files.createFile(
          half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(half, key.whole(), StandardOpenOption.WRITE, StandardOpenOption.SYNC);
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
      return key;
    } catch (IllegalArgumentException e) {
      throw new StartFailure(
          "Expected the key that signs checkpoints in %s, found something else. Bring it back from a backup, or remove it for a new one."
              .formatted(file),
          e);
    } catch (IOException e) {
      throw new StartFailure("Expected to read or write %s: %s".formatted(file, e), e);
    }
  }
}
