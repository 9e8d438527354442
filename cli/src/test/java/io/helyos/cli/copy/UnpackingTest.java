package io.helyos.cli.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helyos.cli.shell.CommandFailed;
import io.helyos.cli.shell.GlobalOptions;
import io.helyos.cli.shell.Shell;
import io.helyos.cli.shell.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A container is a stranger: whatever its archive says, nothing outside of the target is touched.
class UnpackingTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream archive = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private TarArchiveOutputStream tar;
  private Path outside;

  @BeforeEach
  void begin() throws IOException {
    tar = new TarArchiveOutputStream(archive);
    outside = Files.writeString(folder.resolve("outside"), "mine");
    Files.createDirectory(folder.resolve("here"));
  }

  private UnpackingTest file(String name, String content) {
    var bytes = content.getBytes(StandardCharsets.UTF_8);
    var entry = new TarArchiveEntry(name, true);
    entry.setSize(bytes.length);
    return put(entry, bytes);
  }

  private UnpackingTest link(String name, byte kind, String to) {
    var entry = new TarArchiveEntry(name, kind);
    entry.setLinkName(to);
    return put(entry, new byte[0]);
  }

  private UnpackingTest put(TarArchiveEntry entry, byte[] content) {
    try {
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Tally unpack() throws IOException {
    tar.close();
    var shell =
        new Shell(
            Map.of(),
            folder,
            folder,
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Terminal.NONE,
            InstantSource.system(),
            new GlobalOptions());
    var unpacking = Unpacking.into(shell, CopyPlace.of("api-0:/srv/d"), CopyPlace.of("here"));
    unpacking.run(new ByteArrayInputStream(archive.toByteArray()));
    return unpacking.tally();
  }

  private void assertRefused() {
    assertThatThrownBy(this::unpack)
        .isInstanceOf(CommandFailed.class)
        .hasMessageContaining("leaves it");
    assertThat(outside).hasContent("mine");
  }

  @Test
  void what_was_asked_for_comes_under_its_name() throws IOException {
    file("d/one", "1").file("d/./two", "22");
    assertThat(unpack()).isEqualTo(new Tally(2, 3));
    assertThat(folder.resolve("here/d/two")).hasContent("22");
  }

  @ParameterizedTest
  @ValueSource(strings = {"d/../../outside", "../outside", "d/../d/../../outside", "/outside", "e"})
  void a_name_that_leaves_the_target_is_refused(String name) {
    file(name, "yours").assertRefused();
  }

  @Test
  void nothing_is_written_through_a_link() throws IOException {
    Files.createDirectories(folder.resolve("here/d"));
    Files.createSymbolicLink(folder.resolve("here/d/up"), folder);
    file("d/up/outside", "yours").assertRefused();
  }

  @Test
  void a_link_that_leaves_is_left_out_and_nothing_follows_it() throws IOException {
    link("d/up", TarConstants.LF_SYMLINK, "../..").file("d/up/outside", "yours");
    unpack();
    assertThat(outside).hasContent("mine");
    assertThat(folder.resolve("here/d/up/outside")).hasContent("yours");
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("d/up is a link to ../..");
  }

  @Test
  void a_chain_of_links_does_not_lead_out() throws IOException {
    // Each link stays within by its own words.
    put(new TarArchiveEntry("d/a/b/"), new byte[0])
        .link("d/deep", TarConstants.LF_SYMLINK, "a/b")
        .link("d/deep/up", TarConstants.LF_SYMLINK, "..");
    assertRefused();
  }

  @Test
  void a_file_replaces_a_link_of_its_name() throws IOException {
    Files.createDirectories(folder.resolve("here/d"));
    Files.createSymbolicLink(folder.resolve("here/d/one"), outside);
    file("d/one", "yours");
    unpack();
    assertThat(outside).hasContent("mine");
    assertThat(folder.resolve("here/d/one")).hasContent("yours");
  }

  @Test
  void hard_links_are_made_within_only() throws IOException {
    file("d/one", "1").link("d/two", TarConstants.LF_LINK, "d/one");
    unpack();
    assertThat(folder.resolve("here/d/two")).hasContent("1");
  }

  @Test
  void a_hard_link_to_what_was_not_asked_for_is_refused() {
    link("d/two", TarConstants.LF_LINK, "../outside").assertRefused();
  }

  @Test
  void devices_are_left_out() throws IOException {
    link("d/null", TarConstants.LF_CHR, "").file("d/one", "1");
    assertThat(unpack().files()).isOne();
    assertThat(folder.resolve("here/d/null")).doesNotExist();
  }
}
