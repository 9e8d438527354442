package io.helyos.persistence.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.helyos.model.journal.FeedRow;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;

/// Writes an archive beside its place, and puts it there when it is whole. Specifications may carry
/// what nobody else is to read, so the file belongs to its user alone.
public final class ArchiveWriter implements AutoCloseable {
  private final Path file;
  private final Path unfinished;
  private final BufferedWriter out;
  private final MessageDigest digest = Digests.sha256();
  private long events;

  /// Begins an archive.
  ///
  /// @param file where it is to be; must not exist
  public ArchiveWriter(Path file) {
    this.file = file;
    this.unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    try {
      if (Files.exists(file)) {
        throw new ArchiveFailure(
            "Expected a new file, found that %s exists.".formatted(file), null);
      }
      Files.deleteIfExists(unfinished);
      Files.createFile(
          unfinished,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      out = Files.newBufferedWriter(unfinished);
      line(ArchiveLine.write(new ArchiveLine.First(ArchiveLine.FORMAT)));
    } catch (IOException failure) {
      throw failed(failure);
    }
  }

  /// Adds the next event.
  public void add(FeedRow row) {
    try {
      line(ArchiveLine.of(row));
      events++;
    } catch (IOException failure) {
      throw failed(failure);
    }
  }

  /// Nothing comes any more: the archive is whole and on disk.
  public void finish() {
    try {
      var sum = HexFormat.of().formatHex(digest.digest());
      line(ArchiveLine.write(new ArchiveLine.Last(events, sum)));
      out.close();
      try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw failed(failure);
    }
  }

  private void line(String text) throws IOException {
    digest.update((text + "\n").getBytes(UTF_8));
    out.write(text);
    out.write('\n');
  }

  private ArchiveFailure failed(IOException failure) {
    return new ArchiveFailure(
        "Cannot write %s: %s. Check its folder and the space on the disk.".formatted(file, failure),
        failure);
  }

  /// Takes away what was not finished.
  @Override
  public void close() {
    try {
      out.close();
      Files.deleteIfExists(unfinished);
    } catch (IOException failure) {
      throw failed(failure);
    }
  }
}
