package io.helyos.cli.copy;

import io.helyos.cli.shell.CommandFailed;
import io.helyos.cli.shell.ExitCode;
import io.helyos.cli.shell.Shell;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// Unpacks what comes out of a pod. The archive is a stranger's: no entry of it gets outside of the
/// place that was asked for, neither by its name nor by way of a link.
final class Unpacking {
  private final Shell shell;
  private final String name;
  private final Path top;
  private final boolean named;
  private final Deque<Runnable> atLast = new ArrayDeque<>();
  private Tally tally = Tally.NOTHING;

  private Unpacking(Shell shell, String name, Path top, boolean named) {
    this.shell = shell;
    this.name = name;
    this.top = top;
    this.named = named;
  }

  static Unpacking into(Shell shell, CopyPlace source, CopyPlace target) {
    var path = shell.path(target.path()).toAbsolutePath().normalize();
    if (source.name().equals("..")) {
      throw CommandFailed.usage("Expected a path without .. at its end, found " + source.path());
    }
    if (source.isContents()) return new Unpacking(shell, "", path, true);
    var inside = Files.isDirectory(path) || target.isDirectory();
    if (inside && !Files.isDirectory(path)) throw missing(path);
    var parent = path.getParent();
    if (!inside && parent != null && !Files.isDirectory(parent)) throw missing(parent);
    return new Unpacking(
        shell, source.name(), inside ? path.resolve(source.name()) : path, !inside);
  }

  private static CommandFailed missing(Path directory) {
    return new CommandFailed(
        ExitCode.NOT_FOUND, "Expected the directory %s, found none.".formatted(directory));
  }

  Tally tally() {
    return tally;
  }

  void run(InputStream archive) throws IOException {
    try (var tar = new TarArchiveInputStream(archive, StandardCharsets.UTF_8.name())) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(entry, tar);
      }
      // What follows the last entry tells whether all has come.
      archive.transferTo(OutputStream.nullOutputStream());
    } finally {
      atLast.forEach(Runnable::run);
    }
  }

  private void unpack(TarArchiveEntry entry, InputStream content) throws IOException {
    var place = place(entry.getName());
    var above = place.getParent();
    if (!place.equals(top) && above != null) Files.createDirectories(above);
    if (entry.isCharacterDevice() || entry.isBlockDevice() || entry.isFIFO()) {
      CpCommand.warn(shell, entry.getName() + " is no file and no directory; left out.");
    } else if (entry.isDirectory()) directory(entry, place);
    else if (entry.isSymbolicLink()) symbolicLink(entry, place);
    else if (entry.isLink()) hardLink(entry, place);
    else file(entry, place, content);
  }

  /// Where an entry goes. No name climbs, and none goes through a link.
  private Path place(String entry) throws IOException {
    var place = top;
    var skip = !name.isEmpty();
    if (entry.startsWith("/")) throw strange(entry);
    for (var segment : entry.split("/", -1)) {
      if (segment.isEmpty() || segment.equals(".")) continue;
      if (segment.equals("..") || (skip && !segment.equals(name))) throw strange(entry);
      if (!skip) {
        if (!place.equals(top) && Files.isSymbolicLink(place)) throw strange(entry);
        place = place.resolve(segment);
      }
      skip = false;
    }
    return place;
  }

  private static CommandFailed strange(String entry) {
    return new CommandFailed(
        ExitCode.FAILED,
        "Expected only what was asked for, found an entry that leaves it: %s. Nothing more was unpacked."
            .formatted(entry));
  }

  private void directory(TarArchiveEntry entry, Path place) throws IOException {
    if (!place.equals(top)) clearLink(place);
    Files.createDirectories(place);
    // A directory that may not be written to is filled first.
    atLast.addFirst(() -> FileModes.apply(place, entry.getMode(), entry.getLastModifiedTime()));
  }

  private void file(TarArchiveEntry entry, Path place, InputStream content) throws IOException {
    // A link that the user has named himself is his own affair.
    if (!(named && place.equals(top))) clearLink(place);
    try (var out = Files.newOutputStream(place)) {
      content.transferTo(out);
    } catch (IOException e) {
      if (Files.isRegularFile(place)) Files.delete(place);
      throw e;
    }
    FileModes.apply(place, entry.getMode(), entry.getLastModifiedTime());
    tally = tally.and(entry.getSize());
  }

  private void symbolicLink(TarArchiveEntry entry, Path place) throws IOException {
    var link = Path.of(entry.getLinkName());
    var parent = place.getParent();
    var end = parent == null ? link : parent.resolve(link).normalize();
    if (place.equals(top)) {
      throw new CommandFailed(
          ExitCode.FAILED,
          "Expected a file or a directory, found %s as a link to %s. Copy that one."
              .formatted(entry.getName(), link));
    }
    if (link.isAbsolute() || !end.startsWith(top)) {
      CpCommand.warn(
          shell,
          "%s is a link to %s, which was not asked for; left out."
              .formatted(entry.getName(), link));
      return;
    }
    Files.deleteIfExists(place);
    Files.createSymbolicLink(place, link);
  }

  private void hardLink(TarArchiveEntry entry, Path place) throws IOException {
    var first = place(entry.getLinkName());
    if (Files.isSymbolicLink(first)) throw strange(entry.getName());
    Files.deleteIfExists(place);
    Files.createLink(place, first);
    tally = tally.and(0);
  }

  private static void clearLink(Path place) throws IOException {
    if (Files.isSymbolicLink(place)) Files.delete(place);
  }
}
