package io.helyos.persistence.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The only writer of a file. Whatever waits while it is busy becomes its next transaction, so the
/// more callers there are, the less an fsync costs each.
///
/// @param <T> the tables as the work sees them; made anew after each failure, so that nothing is
///   remembered that may not have happened
public final class CommitThread<T extends CommitThread.Tables> implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(CommitThread.class);

  /// Keeps a transaction, and with it the wait of the last caller in it, within some milliseconds.
  private static final int MOST_IN_ONE_TRANSACTION = 2_000;

  private final DatabaseFile file;
  private final Opening<T> opening;
  private final LinkedBlockingQueue<Job<T>> waiting = new LinkedBlockingQueue<>();
  private final Thread thread;
  private @Nullable Open<T> open;
  private volatile boolean closing;

  /// Opens the file; fails when it cannot be written.
  public CommitThread(String name, DatabaseFile file, Opening<T> opening) {
    this.file = file;
    this.opening = opening;
    this.open = open();
    thread = Thread.ofPlatform().name(name).daemon(true).unstarted(this::run);
    thread.start();
  }

  /// What the work writes to.
  public interface Tables {
    /// All that was written to these tables so far is on disk.
    void committed();
  }

  @FunctionalInterface
  public interface Opening<T> {
    T over(Connection connection) throws SQLException;
  }

  /// Some rows that are written together or not at all. May run twice, the second time after all
  /// that the first has done is taken back.
  @FunctionalInterface
  public interface Work<T> {
    void write(T tables) throws SQLException;
  }

  private record Open<T>(Connection connection, T tables) {}

  private record Job<T>(Work<T> work, CompletableFuture<Void> done) {}

  /// Completes, on this object's thread, when the rows are on disk. A failure of the last step, the
  /// commit, leaves open whether they are.
  public CompletableFuture<Void> submit(Work<T> work) {
    var job = new Job<>(work, new CompletableFuture<>());
    synchronized (waiting) {
      if (closing) return CompletableFuture.failedFuture(closed());
      waiting.add(job);
    }
    return job.done();
  }

  /// Writes what is waiting, then closes the file.
  @Override
  public void close() {
    synchronized (waiting) {
      closing = true;
      waiting.add(new Job<>(tables -> {}, new CompletableFuture<>()));
    }
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    var batch = new ArrayList<Job<T>>();
    try {
      while (!closing || !waiting.isEmpty()) {
        batch.add(waiting.take());
        waiting.drainTo(batch, MOST_IN_ONE_TRANSACTION - 1);
        commitTogether(batch);
        batch.clear();
      }
    } catch (InterruptedException interrupted) {
      log.error("The writer of {} was interrupted; nothing is written any more", file.path());
    } finally {
      end(batch);
    }
  }

  private void end(List<Job<T>> unfinished) {
    synchronized (waiting) {
      closing = true;
      waiting.drainTo(unfinished);
    }
    for (var job : unfinished) job.done().completeExceptionally(closed());
    discard();
  }

  private void commitTogether(List<Job<T>> batch) {
    var failure = transaction(batch);
    if (failure == null) {
      for (var job : batch) job.done().complete(null);
    } else if (batch.size() == 1) {
      batch.getFirst().done().completeExceptionally(failure);
    } else {
      // One refused job must not take its neighbours along.
      for (var job : batch) commitTogether(List.of(job));
    }
  }

  /// Runs the batch as one transaction; the failure, if any, has been cleaned up after.
  private @Nullable StorageFailure transaction(List<Job<T>> batch) {
    try {
      var current = open == null ? open() : open;
      open = current;
      for (var job : batch) job.work().write(current.tables());
      current.connection().commit();
      current.tables().committed();
      return null;
    } catch (SQLException | RuntimeException failure) {
      var explained = StorageFailure.of(file.path(), failure);
      log.warn("A write was not carried out: {}", explained.getMessage());
      discard();
      return explained;
    }
  }

  private Open<T> open() {
    var connection = file.openToWrite();
    try {
      connection.setAutoCommit(false);
      var tables = opening.over(connection);
      connection.commit();
      tables.committed();
      return new Open<>(connection, tables);
    } catch (SQLException failure) {
      throw StorageFailure.of(file.path(), failure);
    }
  }

  /// Takes back what is not committed, and closes.
  private void discard() {
    var discarded = open;
    open = null;
    if (discarded == null) return;
    try (var connection = discarded.connection()) {
      connection.rollback();
    } catch (SQLException failure) {
      log.warn("Closing {} failed", file.path(), failure);
    }
  }

  private StorageFailure closed() {
    return new StorageFailure(file.path() + " is closed: this daemon is on its way down.");
  }
}
