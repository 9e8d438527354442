package io.helyos.persistence.embedded;

import io.helyos.model.port.CrashPoints;
import io.helyos.model.port.Feed;
import io.helyos.model.port.OutsideCall;
import io.helyos.persistence.sqlite.CommitThread;
import io.helyos.persistence.sqlite.DatabaseFile;
import io.helyos.persistence.sqlite.ReadThreads;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.actor.ClassicActorSystemProvider;
import org.apache.pekko.actor.Extension;

/// The one journal file of a daemon, shared by the journal, the snapshot store and the feed.
public final class EmbeddedStore implements Extension, AutoCloseable {
  private final EmbeddedFeed feed;
  private final CommitThread<JournalTables> writer;
  private final ReadThreads readers;

  private final CrashPoints points;

  EmbeddedStore(Path path, int readerCount, CrashPoints points) {
    var file = new DatabaseFile(path, JournalTables.VERSION, JournalTables.SCHEMA);
    this.points = points;
    readers = new ReadThreads("journal-reader", file, readerCount);
    feed = new EmbeddedFeed(this);
    writer =
        new CommitThread<>(
            "journal-writer", file, connection -> new JournalTables(connection, feed::committed));
  }

  /// The store of an actor system, opened at the first call, closed after the last actor.
  public static EmbeddedStore get(ClassicActorSystemProvider system) {
    return EmbeddedStoreId.ID.get(system);
  }

  /// Opens a journal without an actor system, for tools that read it.
  ///
  /// @param readerCount threads, each with a connection, for replay and feed
  public static EmbeddedStore open(Path path, int readerCount) {
    return new EmbeddedStore(path, readerCount, CrashPoints.UNHEEDED);
  }

  public Feed feed() {
    return feed;
  }

  /// Writes events together or not at all; completes when they are on disk.
  CompletableFuture<Void> append(List<JournalTables.Row> rows) {
    return write(OutsideCall.WRITE_EVENTS, tables -> tables.append(rows));
  }

  /// Writes what is not an event.
  ///
  /// @param call what this is to the daemon: the name of its crash points
  CompletableFuture<Void> write(OutsideCall call, CommitThread.Work<JournalTables> work) {
    return points.around(call, () -> writer.submit(work));
  }

  <T> CompletableFuture<T> read(OutsideCall call, ReadThreads.Query<T> query) {
    return points.around(call, () -> readers.read(query));
  }

  /// Writes what is waiting, lets readers finish, closes the file.
  @Override
  public void close() {
    points.during(
        OutsideCall.CLOSE_JOURNAL,
        () -> {
          writer.close();
          readers.close();
        });
  }
}
