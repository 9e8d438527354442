package io.helyos.daemon;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// The directory that holds journal, orders and token. Specifications may carry what nobody else is
/// to read, so it belongs to its user alone.
final class DataDir {
  /// What tells a directory of a daemon, also one that comes from a backup.
  private static final Set<String> OURS = Set.of("lock", "journal.db", "token");

  /// What a file system has of itself.
  private static final String FRESH_DISK = "lost+found";

  private DataDir() {}

  static void prepare(Path directory) {
    try {
      // Others would be shut out of it: that must not happen to /tmp by a slip of the hand.
      if (Files.isDirectory(directory)) requireOwn(directory);
      Files.createDirectories(directory);
      Files.delete(Files.createTempFile(directory, "probe", ""));
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException e) {
      throw new StartFailure(
          "Expected --data-dir to be a directory that this user can make and write, found %s: %s."
              .formatted(directory, reason(e)),
          e);
    }
  }

  private static void requireOwn(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      var names = files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
      names.remove(FRESH_DISK);
      if (names.isEmpty() || names.stream().anyMatch(OURS::contains)) return;
    }
    throw new StartFailure(
        "Expected --data-dir to be new, empty or helyosd's own, found other files in %s. Name a directory inside it, such as %s."
            .formatted(directory, directory.resolve("helyos")));
  }

  private static String reason(IOException failure) {
    return switch (failure) {
      case FileAlreadyExistsException _ -> "it is no directory";
      case AccessDeniedException _ -> "there is no permission";
      case NoSuchFileException _ -> "nothing can be made there";
      case FileSystemException known ->
          Objects.requireNonNullElse(known.getReason(), "it cannot be used");
      default -> failure.toString();
    };
  }
}
