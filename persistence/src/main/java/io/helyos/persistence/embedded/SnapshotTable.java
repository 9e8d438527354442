package io.helyos.persistence.embedded;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.apache.pekko.persistence.SnapshotMetadata;
import org.apache.pekko.persistence.SnapshotSelectionCriteria;

/// States as they were after some event: only a shortcut for replay, never the truth.
final class SnapshotTable {
  private final EntityTable entities;
  private final PreparedStatement replace;
  private final PreparedStatement delete;

  SnapshotTable(Connection connection, EntityTable entities) throws SQLException {
    this.entities = entities;
    replace =
        connection.prepareStatement(
            "INSERT OR REPLACE INTO snapshot (entity, sequence, time, content)"
                + " VALUES (?, ?, ?, ?)");
    delete =
        connection.prepareStatement(
            "DELETE FROM snapshot WHERE entity = ? AND sequence BETWEEN ? AND ?"
                + " AND time BETWEEN ? AND ?");
  }

  void save(SnapshotMetadata metadata, byte[] content) throws SQLException {
    replace.setLong(1, entities.numberOf(metadata.persistenceId()));
    replace.setLong(2, metadata.sequenceNr());
    replace.setLong(3, metadata.timestamp());
    replace.setBytes(4, content);
    replace.executeUpdate();
  }

  void delete(String persistenceId, SnapshotSelectionCriteria which) throws SQLException {
    delete.setLong(1, entities.numberOf(persistenceId));
    delete.setLong(2, which.minSequenceNr());
    delete.setLong(3, which.maxSequenceNr());
    delete.setLong(4, which.minTimestamp());
    delete.setLong(5, which.maxTimestamp());
    delete.executeUpdate();
  }
}
