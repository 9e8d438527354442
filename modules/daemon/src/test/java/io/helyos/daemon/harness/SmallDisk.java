package io.helyos.daemon.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A disk of a few megabytes that can be full. What is kept on it can still be read then, and
/// nothing be added to it.
public final class SmallDisk implements AutoCloseable {
  private static final int BLOCK = 4096;

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /// Mounts the disk on a folder that does not exist yet.
  public static SmallDisk at(Path folder, int megabytes) {
    try {
      Files.createDirectories(folder);
      Programs.run(
          "mount",
          "-t",
          "tmpfs",
          "-o",
          "size=%dm".formatted(megabytes),
          "tmpfs",
          folder.toString());
      return new SmallDisk(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path folder() {
    return folder;
  }

  /// Takes all the room that is left.
  public void fill() {
    try (var out = Files.newOutputStream(filler())) {
      while (true) out.write(new byte[BLOCK]);
    } catch (IOException full) {
      if (free() >= BLOCK) throw new UncheckedIOException("The disk cannot be filled", full);
    }
  }

  private long free() {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Gives the room back, and more.
  public void grow(int megabytes) {
    try {
      Programs.run("mount", "-o", "remount,size=%dm".formatted(megabytes), folder.toString());
      Files.delete(filler());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path filler() {
    return folder.resolve("filler");
  }

  @Override
  public void close() {
    Programs.attempt("umount", "--lazy", folder.toString());
  }
}
