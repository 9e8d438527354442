package io.helyos.persistence.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// A few threads that read a file beside its writer, each with a connection of its own: a slow disk
/// holds up nobody else's threads.
public final class ReadThreads implements AutoCloseable {
  private static final int SECONDS_TO_FINISH = 10;

  private final DatabaseFile file;
  private final ExecutorService threads;
  private final ConcurrentLinkedQueue<Connection> idle = new ConcurrentLinkedQueue<>();

  public ReadThreads(String name, DatabaseFile file, int count) {
    this.file = file;
    this.threads =
        Executors.newFixedThreadPool(
            count, Thread.ofPlatform().name(name + "-", 1).daemon(true).factory());
  }

  /// A question to the file. It sees what was committed before it began, and nothing younger.
  @FunctionalInterface
  public interface Query<T> {
    T ask(Connection connection) throws SQLException;
  }

  /// Completes on one of these threads.
  public <T> CompletableFuture<T> read(Query<T> query) {
    return CompletableFuture.supplyAsync(() -> ask(query), threads);
  }

  private <T> T ask(Query<T> query) {
    var pooled = idle.poll();
    var connection = pooled == null ? file.openToRead() : pooled;
    try {
      var answer = query.ask(connection);
      idle.add(connection);
      return answer;
    } catch (SQLException failure) {
      discard(connection, failure);
      throw StorageFailure.of(file.path(), failure);
    } catch (RuntimeException failure) {
      discard(connection, failure);
      throw failure;
    }
  }

  private static void discard(Connection connection, Exception reason) {
    try {
      connection.close();
    } catch (SQLException second) {
      reason.addSuppressed(second);
    }
  }

  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) threads.shutdownNow();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    for (var connection = idle.poll(); connection != null; connection = idle.poll()) {
      discard(connection, new SQLException("closing"));
    }
  }
}
