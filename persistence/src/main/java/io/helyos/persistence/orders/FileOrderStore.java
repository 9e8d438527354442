package io.helyos.persistence.orders;

import io.helyos.model.Seat;
import io.helyos.model.agent.Order;
import io.helyos.model.port.OrderStore;
import io.helyos.persistence.serialization.OrderFormat;
import io.helyos.persistence.sqlite.CommitThread;
import io.helyos.persistence.sqlite.CommitThread.Work;
import io.helyos.persistence.sqlite.DatabaseFile;
import io.helyos.persistence.sqlite.ReadThreads;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Orders in a file of their own. Whatever the agent's lanes save at the same time shares one
/// fsync. The file grows with the pods of the machine, not with the number of their orders.
public final class FileOrderStore implements OrderStore {
  private static final int VERSION = 1;

  private static final List<String> SCHEMA =
      List.of(
          "CREATE TABLE pod_order (pod TEXT NOT NULL PRIMARY KEY, content BLOB NOT NULL)"
              + " WITHOUT ROWID");

  private final CommitThread<OrderTable> writer;
  private final DatabaseFile file;
  private final OrderFormat format = new OrderFormat();

  private FileOrderStore(Path path) {
    file = new DatabaseFile(path, VERSION, SCHEMA);
    writer = new CommitThread<>("orders-writer", file, OrderTable::new);
  }

  /// Opens the file, which is made if it is not there.
  public static FileOrderStore open(Path path) {
    return new FileOrderStore(path);
  }

  @Override
  public Collection<Order> load() {
    try (var reader = new ReadThreads("orders-reader", file, 1)) {
      return reader.read(this::all).join();
    }
  }

  private List<Order> all(Connection connection) throws SQLException {
    var orders = new ArrayList<Order>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT content FROM pod_order")) {
      while (rows.next()) orders.add(format.read(rows.getBytes(1)));
    }
    return orders;
  }

  @Override
  public CompletionStage<Void> save(Order order) {
    var content = format.write(order);
    return write(table -> table.put(order.seat().toString(), content));
  }

  @Override
  public CompletionStage<Void> forget(Seat seat) {
    return write(table -> table.remove(seat.toString()));
  }

  /// What a caller does next must not hold up the orders of others: it runs on another thread.
  private CompletableFuture<Void> write(Work<OrderTable> work) {
    return writer.submit(work).whenCompleteAsync((done, failure) -> {});
  }

  @Override
  public void close() {
    writer.close();
  }
}
