package io.helyos.simulator;

import io.helyos.model.port.RuntimeFailure;
import io.helyos.model.port.RuntimeFailure.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.jspecify.annotations.Nullable;

/// The files of one simulated container: those that somebody copied into it, in a few directories
/// that are always there. Guarded by its engine's lock.
final class SimulatedFiles {
  /// So that what is tried out does not eat all memory.
  static final int MOST_BYTES = 64 << 20;

  /// By whole path. A directory has no bytes.
  private final NavigableMap<Path, Held> held = new TreeMap<>();

  private long size;

  /// @param bytes null for a directory
  private record Held(int mode, byte @Nullable [] bytes) {}

  SimulatedFiles() {
    for (var directory : new String[] {"/", "/etc", "/srv", "/tmp"}) {
      held.put(Path.of(directory), new Held(0755, null));
    }
  }

  /// A tar archive of what is at the path.
  byte[] read(String path) {
    var top = clean(path);
    require(held.containsKey(top), Kind.NOT_FOUND, "there is no file " + path);
    var above = top.getParent() == null ? top : top.getParent();
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(bytes)) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (var file : held.tailMap(top, true).entrySet()) {
        if (!file.getKey().startsWith(top)) continue;
        put(tar, above.relativize(file.getKey()).toString(), file.getValue());
      }
    } catch (IOException e) {
      throw new IllegalStateException("Writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  private static void put(TarArchiveOutputStream tar, String name, Held file) throws IOException {
    var bytes = file.bytes();
    var entry = new TarArchiveEntry(bytes == null ? name + "/" : name);
    entry.setMode(file.mode());
    entry.setSize(bytes == null ? 0 : bytes.length);
    tar.putArchiveEntry(entry);
    if (bytes != null) tar.write(bytes);
    tar.closeArchiveEntry();
  }

  void requireDirectory(String path) {
    var found = held.get(clean(path));
    require(found != null, Kind.NOT_FOUND, "there is no directory " + path);
    require(found == null || found.bytes() == null, Kind.INVALID, path + " is not a directory");
  }

  /// Unpacks an archive. Links and devices are left out: nothing here could follow them.
  SimulatedFiles write(String directory, byte[] archive) {
    requireDirectory(directory);
    var top = clean(directory);
    try (var tar = new TarArchiveInputStream(new ByteArrayInputStream(archive))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var path = top.resolve(entry.getName()).normalize();
        require(path.startsWith(top), Kind.INVALID, entry.getName() + " leaves the directory");
        if (entry.isDirectory()) keep(path, new Held(entry.getMode() & 0777, null));
        else if (entry.isFile()) keep(path, new Held(entry.getMode() & 0777, tar.readAllBytes()));
      }
    } catch (IOException e) {
      throw new RuntimeFailure(Kind.INVALID, "expected a tar archive, found something else", e);
    }
    return this;
  }

  private void keep(Path path, Held file) {
    for (var up = path.getParent(); up != null; up = up.getParent()) {
      held.putIfAbsent(up, new Held(0755, null));
    }
    var before = held.put(path, file);
    size += length(file) - (before == null ? 0 : length(before));
    require(size <= MOST_BYTES, Kind.ENGINE_ERROR, "no space left on the simulated device");
  }

  private static long length(Held file) {
    var bytes = file.bytes();
    return bytes == null ? 0 : bytes.length;
  }

  private static Path clean(String path) {
    return Path.of("/").resolve(path).normalize();
  }

  private static void require(boolean condition, Kind kind, String otherwise) {
    if (!condition) throw new RuntimeFailure(kind, otherwise);
  }
}
