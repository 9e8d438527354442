package io.helyos.persistence.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// The smallest table: words, each at most once.
final class Words implements CommitThread.Tables {
  private final PreparedStatement insert;
  private final AtomicInteger commits;

  Words(Connection connection, AtomicInteger commits) throws SQLException {
    insert = connection.prepareStatement("INSERT INTO word VALUES (?)");
    this.commits = commits;
  }

  static DatabaseFile file(Path folder) {
    return new DatabaseFile(
        folder.resolve("words.db"), 1, List.of("CREATE TABLE word (text TEXT PRIMARY KEY)"));
  }

  void add(String word) throws SQLException {
    insert.setString(1, word);
    insert.executeUpdate();
  }

  @Override
  public void committed() {
    commits.incrementAndGet();
  }

  static List<String> in(DatabaseFile file) {
    try (var readers = new ReadThreads("words-reader", file, 1)) {
      return readers.read(Words::all).join();
    }
  }

  private static List<String> all(Connection connection) throws SQLException {
    var words = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT text FROM word ORDER BY rowid")) {
      while (rows.next()) words.add(rows.getString(1));
    }
    return words;
  }
}
