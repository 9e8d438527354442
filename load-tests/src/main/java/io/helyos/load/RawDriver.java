package io.helyos.load;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/// The bare SQLite driver on a file of its own, which writes what a journal has written: into the
/// same table, in the same transactions, with the same durability. It stays open between rounds, as
/// the journal does, so that both write into logs that have their full length already.
final class RawDriver implements AutoCloseable {
  private final Connection connection;
  private final PreparedStatement insert;

  RawDriver(Path file) throws SQLException {
    var config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    connection = config.createConnection("jdbc:sqlite:" + file);
    try (var statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE event (place INTEGER PRIMARY KEY, entity INTEGER NOT NULL,"
              + " sequence INTEGER NOT NULL, content BLOB NOT NULL, UNIQUE (entity, sequence))");
    }
    connection.setAutoCommit(false);
    insert =
        connection.prepareStatement(
            "INSERT INTO event (place, entity, sequence, content) VALUES (?, ?, ?, ?)");
  }

  /// Writes the rows and returns how many seconds that took.
  double write(RawRows again) throws SQLException {
    var begun = System.nanoTime();
    var ends = again.batches().iterator();
    var end = ends.next();
    for (var row : again.rows()) {
      insert.setLong(1, row.place());
      insert.setLong(2, row.entity());
      insert.setLong(3, row.sequence());
      insert.setBytes(4, row.content());
      insert.executeUpdate();
      if (row.place() == end) {
        connection.commit();
        end = ends.hasNext() ? ends.next() : Long.MAX_VALUE;
      }
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
