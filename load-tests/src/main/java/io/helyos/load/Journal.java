package io.helyos.load;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// A journal file as any SQLite tool reads it, beside the daemon that writes it.
record Journal(Path file) {
  /// How much there is of it.
  ///
  /// @param bytes of the events alone
  /// @param fileBytes of the whole file, with its indexes and snapshots
  record Size(long events, long bytes, long fileBytes) {
    Size since(Size before) {
      return new Size(events - before.events, bytes - before.bytes, fileBytes - before.fileBytes);
    }
  }

  Connection open() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:file:" + file + "?mode=ro");
  }

  Size size() throws SQLException {
    try (var connection = open();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT count(*), coalesce(sum(length(content)), 0),"
                    + " (SELECT page_count * page_size FROM pragma_page_count, pragma_page_size)"
                    + " FROM event WHERE place > 0")) {
      return new Size(row.getLong(1), row.getLong(2), row.getLong(3));
    }
  }
}
