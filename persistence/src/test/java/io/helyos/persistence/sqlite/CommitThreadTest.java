package io.helyos.persistence.sqlite;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class CommitThreadTest {
  private final AtomicInteger commits = new AtomicInteger();
  private final CountDownLatch busy = new CountDownLatch(1);
  @TempDir private Path folder;
  private DatabaseFile file = Words.file(Path.of(""));

  @BeforeEach
  void use_the_folder() {
    file = Words.file(folder);
  }

  private CommitThread<Words> open() {
    return new CommitThread<>("writer", file, connection -> new Words(connection, commits));
  }

  /// Keeps the thread busy until [#busy] is counted down.
  private CompletableFuture<Void> occupy(CommitThread<Words> writer) {
    return writer.submit(words -> {
      try {
        busy.await();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    });
  }

  private static void failsWith(CompletableFuture<Void> write, String message) {
    assertThatThrownBy(() -> write.get(60, SECONDS))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(StorageFailure.class)
        .hasMessageContaining(message);
  }

  @Test
  void whatever_waits_is_committed_together() throws Exception {
    try (var writer = open()) {
      var first = occupy(writer);
      var waiting =
          IntStream.range(0, 100)
              .mapToObj(i -> writer.submit(words -> words.add("w" + i)))
              .toList();
      var before = commits.get();
      busy.countDown();
      first.get(60, SECONDS);
      for (var write : waiting) write.get(60, SECONDS);
      assertThat(commits.get() - before).isLessThanOrEqualTo(2);
    }
    assertThat(Words.in(file)).hasSize(100);
  }

  @Test
  void a_refused_write_does_not_take_its_neighbours_along() throws Exception {
    try (var writer = open()) {
      writer.submit(words -> words.add("here")).get(60, SECONDS);
      var first = occupy(writer);
      var before = writer.submit(words -> words.add("before"));
      var twice = writer.submit(words -> words.add("here"));
      var after = writer.submit(words -> words.add("after"));
      busy.countDown();
      first.get(60, SECONDS);
      before.get(60, SECONDS);
      after.get(60, SECONDS);
      failsWith(twice, "somebody else has written them");
    }
    assertThat(Words.in(file)).containsExactly("here", "before", "after");
  }

  @Test
  void a_write_is_taken_back_as_a_whole() {
    try (var writer = open()) {
      var write =
          writer.submit(words -> {
            words.add("one");
            words.add("one");
          });
      failsWith(write, "somebody else has written them");
    }
    assertThat(Words.in(file)).isEmpty();
  }

  @Test
  void closing_writes_what_is_waiting() {
    var writer = open();
    var waiting =
        IntStream.range(0, 50).mapToObj(i -> writer.submit(words -> words.add("w" + i))).toList();
    writer.close();
    assertThat(waiting).allSatisfy(write -> assertThat(write).isCompleted());
    assertThat(Words.in(file)).hasSize(50);
  }

  @Test
  void nothing_is_taken_after_closing() {
    var writer = open();
    writer.close();
    failsWith(writer.submit(words -> words.add("late")), "is closed");
  }

  @Test
  void a_file_that_another_program_locks_is_refused_until_that_is_over() throws Exception {
    open().close();
    try (var other = DriverManager.getConnection("jdbc:sqlite:" + file.path())) {
      execute(other, "BEGIN IMMEDIATE");
      assertThatThrownBy(this::open)
          .isInstanceOf(StorageFailure.class)
          .hasMessageContaining("locked by another program")
          .hasMessageContaining("Close that program");
    }
    open().close();
  }

  @Test
  void nobody_else_can_write_while_it_is_open() throws Exception {
    try (var writer = open();
        var other = DriverManager.getConnection("jdbc:sqlite:" + file.path())) {
      writer.submit(words -> words.add("mine")).get(60, SECONDS);
      execute(other, "PRAGMA busy_timeout = 0");
      assertThatThrownBy(() -> execute(other, "INSERT INTO word VALUES ('theirs')"))
          .hasMessageContaining("locked");
    }
    assertThat(Words.in(file)).containsExactly("mine");
  }

  @Test
  void a_file_of_a_newer_build_is_refused() throws Exception {
    open().close();
    try (var other = DriverManager.getConnection("jdbc:sqlite:" + file.path())) {
      execute(other, "PRAGMA user_version = 7");
    }
    assertThatThrownBy(this::open)
        .isInstanceOf(StorageFailure.class)
        .hasMessageContaining("schema version 7, this build expects 1");
  }

  @Test
  void a_file_that_is_no_database_is_refused() throws Exception {
    Files.writeString(file.path(), "This is a letter to my aunt. ".repeat(100));
    assertThatThrownBy(this::open)
        .isInstanceOf(StorageFailure.class)
        .hasMessageContaining("damaged or no database")
        .hasMessageContaining("backup");
  }

  @Test
  void a_full_disk_says_what_to_do() {
    var full = new SQLiteException("database or disk is full", SQLiteErrorCode.SQLITE_FULL);
    assertThat(StorageFailure.of(file.path(), full))
        .hasMessageContaining("No space left")
        .hasMessageContaining(file.path().toString())
        .hasMessageContaining("Free some space");
  }

  @Test
  void a_folder_that_cannot_be_made_is_named() throws Exception {
    Files.writeString(folder.resolve("taken"), "");
    file = Words.file(folder.resolve("taken"));
    assertThatThrownBy(this::open)
        .isInstanceOf(StorageFailure.class)
        .hasMessageContaining("Cannot make the folder");
  }

  private static void execute(Connection connection, String sql) throws Exception {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
