package io.helyos.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where a daemon may keep its data, and what it says of any other place.
class DataDirTest {
  @TempDir Path folder;

  private static String permissions(Path directory) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory));
  }

  @Test
  void a_new_directory_belongs_to_its_user_alone() throws IOException {
    var fresh = folder.resolve("a/b");
    DataDir.prepare(fresh);
    assertThat(permissions(fresh)).isEqualTo("rwx------");
    assertThat(fresh).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lock", "journal.db", "token", "lost+found"})
  void a_directory_of_a_daemon_or_a_fresh_disk_is_taken(String file) throws IOException {
    Files.writeString(folder.resolve(file), "");
    DataDir.prepare(folder);
    assertThat(permissions(folder)).isEqualTo("rwx------");
  }

  @Test
  void a_directory_of_others_is_left_alone() throws IOException {
    Files.writeString(folder.resolve("letter.txt"), "");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThatThrownBy(() -> DataDir.prepare(folder))
        .isInstanceOf(StartFailure.class)
        .hasMessageContainingAll("found other files in " + folder, folder.resolve("helyos") + ".");
    assertThat(permissions(folder)).isEqualTo("rwxr-xr-x");
  }

  @Test
  void a_place_where_nothing_can_be_made_is_named_in_one_sentence() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "");
    for (var place : new Path[] {file, file.resolve("x"), Path.of("/proc/x")}) {
      assertThatThrownBy(() -> DataDir.prepare(place))
          .isInstanceOf(StartFailure.class)
          .hasMessageStartingWith("Expected --data-dir to be a directory that this user can make")
          .hasMessageContaining("found " + place + ": ")
          .hasMessageNotContaining("Exception");
    }
  }
}
