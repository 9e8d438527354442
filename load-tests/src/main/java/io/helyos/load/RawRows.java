package io.helyos.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/// Rows of a journal, to be written once more by the bare driver: into the same table, in the same
/// transactions, with the same durability.
///
/// @param batches the place of each transaction's last row
record RawRows(List<Row> rows, List<Long> batches) {
  record Row(long place, long entity, long sequence, byte[] content) {}

  /// Reads what was written after a place.
  static RawRows after(Journal journal, long place, List<Long> batches) throws SQLException {
    var rows = new ArrayList<Row>();
    try (var connection = journal.open();
        var select =
            connection.prepareStatement(
                "SELECT place, entity, sequence, content FROM event WHERE place > ?"
                    + " ORDER BY place")) {
      select.setLong(1, place);
      try (var found = select.executeQuery()) {
        while (found.next()) {
          rows.add(
              new Row(found.getLong(1), found.getLong(2), found.getLong(3), found.getBytes(4)));
        }
      }
    }
    return new RawRows(rows, batches);
  }

  /// Writes all rows into a new file and returns how many seconds that took.
  double write(Path file) throws Exception {
    var config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    try (var connection = config.createConnection("jdbc:sqlite:" + file)) {
      try (var statement = connection.createStatement()) {
        statement.execute(
            "CREATE TABLE event (place INTEGER PRIMARY KEY, entity INTEGER NOT NULL,"
                + " sequence INTEGER NOT NULL, content BLOB NOT NULL, UNIQUE (entity, sequence))");
      }
      connection.setAutoCommit(false);
      var begun = System.nanoTime();
      insert(connection);
      return (System.nanoTime() - begun) / 1e9;
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private void insert(java.sql.Connection connection) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "INSERT INTO event (place, entity, sequence, content) VALUES (?, ?, ?, ?)")) {
      var ends = batches.iterator();
      var end = ends.next();
      for (var row : rows) {
        insert.setLong(1, row.place);
        insert.setLong(2, row.entity);
        insert.setLong(3, row.sequence);
        insert.setBytes(4, row.content);
        insert.executeUpdate();
        if (row.place == end) {
          connection.commit();
          end = ends.hasNext() ? ends.next() : Long.MAX_VALUE;
        }
      }
    }
  }
}
