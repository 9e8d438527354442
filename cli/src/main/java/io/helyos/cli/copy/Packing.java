package io.helyos.cli.copy;

import io.helyos.cli.shell.Shell;
import io.helyos.client.http.Content;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/// Packs a file or a directory for a pod. Links stay links, and all belongs to the container's
/// root, as its users are not known here.
final class Packing implements Content {
  private static final int PIECE = 64 * 1024;

  private final Shell shell;
  private final Path source;
  private final String name;
  private Tally tally = Tally.NOTHING;

  /// @param name in the archive; empty for what is in the directory only
  Packing(Shell shell, Path source, String name) {
    this.shell = shell;
    this.source = source;
    this.name = name;
  }

  Tally tally() {
    return tally;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    try (var tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name())) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
      tar.setAddPaxHeadersForNonAsciiNames(true);
      Files.walkFileTree(source, new Visitor(tar));
    }
  }

  private String entryName(Path path) {
    var inside = source.relativize(path).toString();
    if (name.isEmpty() || inside.isEmpty()) return name + inside;
    return name + "/" + inside;
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    private final TarArchiveOutputStream tar;

    Visitor(TarArchiveOutputStream tar) {
      this.tar = tar;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes told)
        throws IOException {
      var entry = entryName(path);
      if (!entry.isEmpty()) {
        begin(new TarArchiveEntry(entry + "/"), path, told);
        tar.closeArchiveEntry();
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes told) throws IOException {
      if (told.isSymbolicLink()) link(path, told);
      else if (told.isRegularFile()) file(path, told);
      else CpCommand.warn(shell, path + " is no file and no directory; left out.");
      return FileVisitResult.CONTINUE;
    }

    private void link(Path path, BasicFileAttributes told) throws IOException {
      var entry = new TarArchiveEntry(entryName(path), TarConstants.LF_SYMLINK);
      entry.setLinkName(Files.readSymbolicLink(path).toString());
      entry.setModTime(told.lastModifiedTime());
      tar.putArchiveEntry(entry);
      tar.closeArchiveEntry();
    }

    private void file(Path path, BasicFileAttributes told) throws IOException {
      try (var content = Files.newInputStream(path)) {
        var entry = new TarArchiveEntry(entryName(path));
        entry.setSize(told.size());
        begin(entry, path, told);
        copy(path, content, told.size());
        tar.closeArchiveEntry();
      }
      tally = tally.and(told.size());
    }

    private void begin(TarArchiveEntry entry, Path path, BasicFileAttributes told)
        throws IOException {
      entry.setMode(FileModes.of(path));
      entry.setModTime(told.lastModifiedTime());
      tar.putArchiveEntry(entry);
    }

    /// As much as was announced, also of a file that grows meanwhile.
    private void copy(Path path, InputStream content, long size) throws IOException {
      var buffer = new byte[PIECE];
      for (var left = size; left > 0; ) {
        var read = content.read(buffer, 0, (int) Math.min(left, PIECE));
        if (read < 0) throw new EOFException(path + " has become shorter while it was read");
        tar.write(buffer, 0, read);
        left -= read;
      }
    }
  }
}
