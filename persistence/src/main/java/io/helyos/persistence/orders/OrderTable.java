package io.helyos.persistence.orders;

import io.helyos.persistence.sqlite.CommitThread;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// The writing side of the order file.
final class OrderTable implements CommitThread.Tables {
  private final PreparedStatement put;
  private final PreparedStatement remove;

  OrderTable(Connection connection) throws SQLException {
    put =
        connection.prepareStatement(
            "INSERT OR REPLACE INTO pod_order (pod, content) VALUES (?, ?)");
    remove = connection.prepareStatement("DELETE FROM pod_order WHERE pod = ?");
  }

  void put(String pod, byte[] content) throws SQLException {
    put.setString(1, pod);
    put.setBytes(2, content);
    put.executeUpdate();
  }

  void remove(String pod) throws SQLException {
    remove.setString(1, pod);
    remove.executeUpdate();
  }

  @Override
  public void committed() {}
}
