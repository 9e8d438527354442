package io.helyos.load;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Rows of a journal and the transactions that they were written in.
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
}
