package io.helyos.persistence.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.helyos.model.journal.FeedRow;
import io.helyos.persistence.archive.ArchiveLine.First;
import io.helyos.persistence.archive.ArchiveLine.Last;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A file that was found to be a whole archive.
///
/// @param sum tells it from any other
public record Archive(Path file, long events, String sum) {
  /// Reads it from the first line to the last; fails when a byte is missing or another.
  public static Archive open(Path file) {
    var digest = Digests.sha256();
    try (var in = Files.newBufferedReader(file)) {
      var format = ArchiveLine.read(line(in, file), First.class).helyosJournal();
      if (format != ArchiveLine.FORMAT) {
        throw new ArchiveFailure(
            "Expected an archive of format %d, found format %d in %s. Use the build that wrote it."
                .formatted(ArchiveLine.FORMAT, format, file),
            null);
      }
      digest.update((ArchiveLine.write(new First(format)) + "\n").getBytes(UTF_8));
      var events = 0L;
      var line = line(in, file);
      for (var next = in.readLine(); next != null; next = in.readLine()) {
        digest.update((line + "\n").getBytes(UTF_8));
        events++;
        line = next;
      }
      return checked(file, ArchiveLine.read(line, Last.class), events, digest.digest());
    } catch (IOException failure) {
      throw unreadable(file, failure);
    }
  }

  private static Archive checked(Path file, Last last, long events, byte[] digest) {
    var sum = HexFormat.of().formatHex(digest);
    if (last.events() == events && last.sha256().equals(sum)) return new Archive(file, events, sum);
    throw new ArchiveFailure(
        "Expected %d events with the sum %s in %s, found %d with %s. The file is damaged; export again."
            .formatted(last.events(), last.sha256(), file, events, sum),
        null);
  }

  /// Each event in the order of the feed.
  public void forEach(Consumer<FeedRow> action) {
    try (var in = Files.newBufferedReader(file)) {
      line(in, file);
      for (var left = events; left > 0; left--) {
        action.accept(ArchiveLine.read(line(in, file), ArchiveLine.Event.class).row());
      }
    } catch (IOException failure) {
      throw unreadable(file, failure);
    }
  }

  private static String line(BufferedReader in, Path file) throws IOException {
    @Nullable String line = in.readLine();
    if (line != null) return line;
    throw new ArchiveFailure("Expected another line in %s, found its end.".formatted(file), null);
  }

  private static ArchiveFailure unreadable(Path file, IOException failure) {
    return new ArchiveFailure("Cannot read %s: %s.".formatted(file, failure), failure);
  }
}
