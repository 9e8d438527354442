package io.helyos.daemon;

import com.datastax.oss.driver.api.core.CqlSession;
import io.helyos.model.port.Feed;
import io.helyos.persistence.cassandra.feed.StoredFeed;
import io.helyos.persistence.cassandra.session.CassandraSchema;
import io.helyos.persistence.cassandra.session.CassandraSettings;
import io.helyos.persistence.cassandra.session.CassandraStore;
import io.helyos.persistence.cassandra.session.Replication;
import io.helyos.persistence.embedded.DataDirLock;
import io.helyos.persistence.embedded.EmbeddedStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A journal that a tool looks into, without a daemon.
sealed interface OpenJournal extends AutoCloseable {
  int SECONDS_TO_WAIT = 60;

  Feed feed();

  /// How far each entity is, where the journal could know of events that the feed lacks.
  Map<String, Long> heads();

  @Override
  void close();

  /// Opens it, or says why not. An embedded one must not be in use.
  static OpenJournal of(JournalChoice choice) {
    return switch (choice) {
      case JournalChoice.Embedded(var file) -> InFile.open(file);
      case JournalChoice.Cassandra(var settings) -> {
        var session = connect(settings);
        var schema = new CassandraSchema(settings.keyspace(), Replication.single());
        if (!schema.isThere(session).toCompletableFuture().join()) {
          session.close();
          throw new StartFailure(
              "Expected a journal in keyspace %s, found none.".formatted(settings.keyspace()));
        }
        yield new InCassandra(session, new StoredFeed(session, settings.keyspace()));
      }
    };
  }

  /// A session for a tool: whoever calls it does not want to wait for ever.
  static CqlSession connect(CassandraSettings settings) {
    var connecting = CassandraStore.connect(settings).toCompletableFuture();
    try {
      return connecting.get(SECONDS_TO_WAIT, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException failure) {
      throw new StartFailure(
          "Expected Cassandra at %s, nothing answered within %d s."
              .formatted(String.join(", ", settings.contactPoints()), SECONDS_TO_WAIT),
          failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StartFailure("Interrupted while waiting for Cassandra.", interrupted);
    }
  }

  /// In the file of a single machine.
  record InFile(DataDirLock lock, EmbeddedStore store) implements OpenJournal {
    private static InFile open(Path file) {
      if (!Files.exists(file)) {
        throw new StartFailure(
            "Expected a journal at %s, found none. Say where it is with --data-dir."
                .formatted(file));
      }
      var lock = DataDirLock.acquire(file.resolveSibling("").toAbsolutePath());
      return new InFile(lock, EmbeddedStore.open(file, 1));
    }

    @Override
    public Feed feed() {
      return store.feed();
    }

    /// Its feed and its events are one table.
    @Override
    public Map<String, Long> heads() {
      return Map.of();
    }

    @Override
    public void close() {
      store.close();
      lock.close();
    }
  }

  /// In a keyspace.
  record InCassandra(CqlSession session, StoredFeed feed) implements OpenJournal {
    @Override
    public Map<String, Long> heads() {
      return feed.heads().toCompletableFuture().join();
    }

    @Override
    public void close() {
      session.close();
    }
  }
}
