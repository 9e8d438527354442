package io.helyos.client.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files that only their owner reads, and that are whole or not there.
final class PrivateFiles {
  private PrivateFiles() {}

  /// The directory that will hold the file, made for its owner alone.
  static void directory(Path file) throws IOException {
    var parent = file.toAbsolutePath().getParent();
    if (parent == null || Files.isDirectory(parent)) return;
    var owner = PosixFilePermissions.fromString("rwx------");
    Files.createDirectories(parent, PosixFilePermissions.asFileAttribute(owner));
  }

  static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  static void write(Path file, byte[] bytes) throws IOException {
    var target = followed(file);
    var temporary =
        target.resolveSibling(
            target.getFileName() + "." + ProcessHandle.current().pid() + "-" + System.nanoTime());
    var owner = PosixFilePermissions.fromString("rw-------");
    try (var out =
        FileChannel.open(
            temporary,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(owner))) {
      var buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) out.write(buffer);
      out.force(true);
    } catch (IOException e) {
      Files.deleteIfExists(temporary);
      throw e;
    }
    Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /// Some people keep the file elsewhere and link to it: the link stays.
  private static Path followed(Path file) throws IOException {
    return Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
  }
}
