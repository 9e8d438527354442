package io.helyos.persistence.embedded;

import io.helyos.persistence.sqlite.ReadThreads.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The questions that are asked of the event table.
final class EventQueries {
  private EventQueries() {}

  /// A row of the event table with its entity's name.
  record Found(long place, String name, long sequence, byte[] content) {
    private static Found of(ResultSet row) throws SQLException {
      return new Found(row.getLong(1), row.getString(2), row.getLong(3), row.getBytes(4));
    }
  }

  /// What is done with each row, while the next ones are still to be read.
  @FunctionalInterface
  interface Each {
    void found(Found row);
  }

  static Query<List<Found>> after(long offset, int limit) {
    return connection -> {
      try (var select =
          connection.prepareStatement(
              "SELECT place, name, sequence, content FROM event JOIN entity ON number = entity"
                  + " WHERE place > ? ORDER BY place LIMIT ?")) {
        select.setLong(1, Math.max(0, offset));
        select.setInt(2, limit);
        var answer = new ArrayList<Found>();
        try (var rows = select.executeQuery()) {
          while (rows.next()) answer.add(Found.of(rows));
        }
        return answer;
      }
    };
  }

  /// The events of one entity, `withDeleted` also those that are hidden from replay. The answer is
  /// how many there were.
  static Query<Integer> of(
      String name, long from, long to, long limit, boolean withDeleted, Each each) {
    return connection -> {
      try (var select =
          connection.prepareStatement(
              "SELECT place, name, sequence, content FROM entity JOIN event ON number = entity"
                  + " WHERE name = ? AND sequence BETWEEN ? AND ? AND (? OR sequence > deleted)"
                  + " ORDER BY sequence LIMIT ?")) {
        select.setString(1, name);
        select.setLong(2, from);
        select.setLong(3, to);
        select.setBoolean(4, withDeleted);
        select.setLong(5, limit);
        try (var rows = select.executeQuery()) {
          var count = 0;
          for (; rows.next(); count++) each.found(Found.of(rows));
          return count;
        }
      }
    };
  }

  /// The highest sequence that the entity ever had, 0 when it has no event.
  static Query<Long> highest(String name) {
    return connection -> {
      try (var select =
          connection.prepareStatement(
              "SELECT coalesce(max(sequence), 0) FROM event"
                  + " WHERE entity = (SELECT number FROM entity WHERE name = ?)")) {
        select.setString(1, name);
        try (var row = select.executeQuery()) {
          return row.getLong(1);
        }
      }
    };
  }
}
