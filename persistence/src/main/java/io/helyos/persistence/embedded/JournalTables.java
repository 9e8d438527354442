package io.helyos.persistence.embedded;

import io.helyos.persistence.sqlite.CommitThread;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongConsumer;

/// The writing side of the journal. Only the commit thread calls it, so counting is enough to make
/// offsets dense: one that was not committed is counted again.
final class JournalTables implements CommitThread.Tables {
  static final int VERSION = 1;

  static final List<String> SCHEMA =
      List.of(
          "CREATE TABLE entity (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,"
              + " deleted INTEGER NOT NULL DEFAULT 0)",
          "CREATE TABLE event (place INTEGER PRIMARY KEY, entity INTEGER NOT NULL,"
              + " sequence INTEGER NOT NULL, content BLOB NOT NULL, UNIQUE (entity, sequence))",
          "CREATE TABLE snapshot (entity INTEGER NOT NULL, sequence INTEGER NOT NULL,"
              + " time INTEGER NOT NULL, content BLOB NOT NULL, PRIMARY KEY (entity, sequence))");

  private final LongConsumer head;
  private final EntityTable entities;
  private final SnapshotTable snapshots;
  private final PreparedStatement insert;
  private long newest;
  private long foreign;

  /// @param head told the newest offset after each commit
  JournalTables(Connection connection, LongConsumer head) throws SQLException {
    this.head = head;
    entities = new EntityTable(connection);
    snapshots = new SnapshotTable(connection, entities);
    insert =
        connection.prepareStatement(
            "INSERT INTO event (place, entity, sequence, content) VALUES (?, ?, ?, ?)");
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT max(place), min(place) FROM event")) {
      newest = Math.max(0, row.getLong(1));
      foreign = Math.min(0, row.getLong(2));
    }
  }

  /// An event to write.
  ///
  /// @param ours it gets the next offset; what Pekko writes for itself gets none
  record Row(String persistenceId, long sequence, boolean ours, byte[] content) {}

  void append(List<Row> rows) throws SQLException {
    for (var row : rows) {
      insert.setLong(1, row.ours() ? ++newest : --foreign);
      insert.setLong(2, entities.numberOf(row.persistenceId()));
      insert.setLong(3, row.sequence());
      insert.setBytes(4, row.content());
      insert.executeUpdate();
    }
  }

  EntityTable entities() {
    return entities;
  }

  SnapshotTable snapshots() {
    return snapshots;
  }

  @Override
  public void committed() {
    head.accept(newest);
  }
}
