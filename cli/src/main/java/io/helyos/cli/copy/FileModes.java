package io.helyos.cli.copy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/// Permissions as archives keep them: nine bits. Where the file system has none, those of a plain
/// file.
final class FileModes {
  private static final PosixFilePermission[] FROM_LOWEST = {
    PosixFilePermission.OTHERS_EXECUTE,
    PosixFilePermission.OTHERS_WRITE,
    PosixFilePermission.OTHERS_READ,
    PosixFilePermission.GROUP_EXECUTE,
    PosixFilePermission.GROUP_WRITE,
    PosixFilePermission.GROUP_READ,
    PosixFilePermission.OWNER_EXECUTE,
    PosixFilePermission.OWNER_WRITE,
    PosixFilePermission.OWNER_READ
  };

  private FileModes() {}

  static int of(Path path) throws IOException {
    var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (view == null) return Files.isDirectory(path) ? 0755 : 0644;
    var mode = 0;
    var given = view.readAttributes().permissions();
    for (var i = 0; i < FROM_LOWEST.length; i++) {
      if (given.contains(FROM_LOWEST[i])) mode |= 1 << i;
    }
    return mode;
  }

  static void apply(Path path, int mode, FileTime modified) {
    try {
      Files.setLastModifiedTime(path, modified);
      var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
      if (view != null) view.setPermissions(permissions(mode));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    var permissions = EnumSet.noneOf(PosixFilePermission.class);
    for (var i = 0; i < FROM_LOWEST.length; i++) {
      if ((mode & (1 << i)) != 0) permissions.add(FROM_LOWEST[i]);
    }
    return permissions;
  }
}
