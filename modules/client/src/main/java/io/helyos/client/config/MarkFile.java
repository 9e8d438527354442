package io.helyos.client.config;

import io.helyos.client.http.ReadMark;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The mark of the last write to one server, kept from one process to the next: `scale` and then
/// `pods` are two processes, and the second must see what the first did.
///
/// Nothing here is worth a failed command: a file that cannot be read or written is as good as
/// none.
public final class MarkFile implements ReadMark {
  /// After that every daemon's view has long seen the write.
  private static final Duration GOOD_FOR = Duration.ofMinutes(10);

  private static final int LONGEST = 1_024;

  private final Path path;

  private MarkFile(Path path) {
    this.path = path;
  }

  public static MarkFile of(ConfigFile config, URI server) {
    var name = URLEncoder.encode(server.toString(), StandardCharsets.UTF_8);
    return new MarkFile(config.sibling("state").resolve(name + ".after"));
  }

  @Override
  public Optional<String> last() {
    try {
      if (!Files.exists(path) || Files.size(path) > LONGEST) return Optional.empty();
      var age = Duration.between(Files.getLastModifiedTime(path).toInstant(), Instant.now());
      if (age.compareTo(GOOD_FOR) > 0) return Optional.empty();
      var mark = Files.readString(path).strip();
      return Optional.of(mark).filter(MarkFile::isMark);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void remember(String mark) {
    try {
      PrivateFiles.directory(path);
      PrivateFiles.write(path, mark);
    } catch (IOException e) {
      // See above: the next read may be a moment behind, no more.
    }
  }

  @Override
  public void forget() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // See above.
    }
  }

  private static boolean isMark(String text) {
    return text.indexOf('@') > 0 && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }
}
