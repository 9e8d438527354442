package io.helyos.persistence.embedded;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/// Persistence ids and the small numbers that stand for them in every row.
final class EntityTable {
  private final PreparedStatement find;
  private final PreparedStatement insert;
  private final PreparedStatement delete;
  private final Map<String, Long> known = new HashMap<>();

  EntityTable(Connection connection) throws SQLException {
    find = connection.prepareStatement("SELECT number FROM entity WHERE name = ?");
    insert = connection.prepareStatement("INSERT INTO entity (name) VALUES (?) RETURNING number");
    delete =
        connection.prepareStatement(
            "UPDATE entity SET deleted = max(deleted, min(?2, (SELECT coalesce(max(sequence), 0)"
                + " FROM event WHERE entity = number))) WHERE number = ?1");
  }

  /// The entity's number; a new one gets the next.
  long numberOf(String persistenceId) throws SQLException {
    var number = known.get(persistenceId);
    if (number != null) return number;
    var found = ask(find, persistenceId);
    var answer = found > 0 ? found : ask(insert, persistenceId);
    known.put(persistenceId, answer);
    return answer;
  }

  /// Hides events from replay. They stay, as everything that happened does.
  void deleteTo(String persistenceId, long sequence) throws SQLException {
    delete.setLong(1, numberOf(persistenceId));
    delete.setLong(2, sequence);
    delete.executeUpdate();
  }

  private static long ask(PreparedStatement statement, String persistenceId) throws SQLException {
    statement.setString(1, persistenceId);
    try (var row = statement.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }
}
