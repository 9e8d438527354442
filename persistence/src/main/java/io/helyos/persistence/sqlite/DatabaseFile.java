package io.helyos.persistence.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/// A SQLite file and the shape that this build expects in it.
///
/// @param version of the shape, kept in the file as `user_version`
/// @param schema statements that make an empty file into this shape
public record DatabaseFile(Path path, int version, List<String> schema) {
  /// How long to wait for a stranger's lock: another tool may be looking into the file.
  private static final int LOCK_PATIENCE_MILLIS = 3_000;

  /// More than a checkpoint ever needs; without a limit one long read would leave a huge log
  /// behind.
  private static final int LOG_LIMIT_BYTES = 64 << 20;

  public DatabaseFile {
    schema = List.copyOf(schema);
  }

  /// Opens the file to write: what is committed is on the disk, also when the power fails.
  ///
  /// Without auto-commit the driver begins a transaction with each commit, and an immediate one
  /// takes SQLite's write lock: from opening to closing nobody else can write.
  Connection openToWrite() {
    var config = new SQLiteConfig();
    config.setBusyTimeout(LOCK_PATIENCE_MILLIS);
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setJournalSizeLimit(LOG_LIMIT_BYTES);
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    makeFolder();
    try {
      var connection = config.createConnection("jdbc:sqlite:" + path);
      try {
        bringToShape(connection);
        return connection;
      } catch (SQLException | RuntimeException failure) {
        connection.close();
        throw failure;
      }
    } catch (SQLException failure) {
      throw StorageFailure.of(path, failure);
    }
  }

  /// Opens the file to read beside the writer, which must have opened it before.
  Connection openToRead() {
    var config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(LOCK_PATIENCE_MILLIS);
    try {
      return config.createConnection("jdbc:sqlite:" + path);
    } catch (SQLException failure) {
      throw StorageFailure.of(path, failure);
    }
  }

  private void makeFolder() {
    try {
      var folder = path.toAbsolutePath().getParent();
      if (folder != null) Files.createDirectories(folder);
    } catch (IOException failure) {
      throw new StorageFailure(
          "Cannot make the folder for %s: %s. Choose another folder or change its permissions."
              .formatted(path, failure),
          failure);
    }
  }

  private void bringToShape(Connection connection) throws SQLException {
    var found = versionOf(connection);
    if (found == version) return;
    if (found != 0) {
      throw new StorageFailure(
          "%s has schema version %d, this build expects %d. Start the build that wrote it."
              .formatted(path, found, version));
    }
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      for (var sql : schema) statement.execute(sql);
      statement.execute("PRAGMA user_version = " + version);
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  private static int versionOf(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("PRAGMA user_version")) {
      return row.next() ? row.getInt(1) : 0;
    }
  }
}
