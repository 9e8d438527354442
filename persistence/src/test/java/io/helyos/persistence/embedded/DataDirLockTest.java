package io.helyos.persistence.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helyos.persistence.killed.ChildJvm;
import io.helyos.persistence.killed.Promises;
import io.helyos.persistence.sqlite.StorageFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirLockTest {
  @TempDir private Path folder;

  /// Holds the lock until it is killed.
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws Exception {
      try (var lock = DataDirLock.acquire(Path.of(arguments[0]))) {
        Promises.appendTo(Path.of(arguments[1])).add("held", 1);
        while (lock.isHeld()) LockSupport.park();
      }
    }
  }

  @Test
  void a_second_one_in_this_process_is_refused_until_the_first_is_closed() {
    try (var first = DataDirLock.acquire(folder)) {
      assertThat(first.isHeld()).isTrue();
      assertThatThrownBy(() -> DataDirLock.acquire(folder))
          .isInstanceOf(StorageFailure.class)
          .hasMessageContaining("pid " + ProcessHandle.current().pid());
    }
    DataDirLock.acquire(folder).close();
  }

  @Test
  void another_process_is_named_and_its_death_frees_the_directory() throws Exception {
    var held = folder.resolve("held");
    try (var child = ChildJvm.start(Holder.class, folder, held).untilPromised(held, 1)) {
      assertThatThrownBy(() -> DataDirLock.acquire(folder))
          .isInstanceOf(StorageFailure.class)
          .hasMessageStartingWith(
              "Another helyosd (pid %d) uses %s".formatted(child.pid(), folder));
    }
    try (var lock = DataDirLock.acquire(folder)) {
      assertThat(lock.isHeld()).isTrue();
    }
  }

  @Test
  void a_directory_that_cannot_be_made_is_named() throws Exception {
    Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> DataDirLock.acquire(folder.resolve("file").resolve("data")))
        .isInstanceOf(StorageFailure.class)
        .hasMessageContaining("data directory");
  }
}
