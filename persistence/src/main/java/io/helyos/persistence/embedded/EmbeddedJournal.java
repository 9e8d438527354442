package io.helyos.persistence.embedded;

import static scala.jdk.javaapi.CollectionConverters.asJava;

import io.helyos.model.port.OutsideCall;
import io.helyos.persistence.embedded.JournalTables.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.pekko.persistence.AtomicWrite;
import org.apache.pekko.persistence.PersistentRepr;
import org.apache.pekko.persistence.journal.japi.AsyncWriteJournal;
import scala.concurrent.Future;

/// Pekko's way into the store: `helyos.journal.embedded`.
///
/// An event that cannot be serialized is refused (nothing of it was written); everything else that
/// goes wrong is a failure, after which the entity must look again at what is stored.
public final class EmbeddedJournal extends AsyncWriteJournal {
  private final EmbeddedStore store;
  private final EventContent contents;

  /// Writes on their way, by persistence id: an entity that restarts must not overlook its own.
  private final Map<String, CompletableFuture<Void>> inFlight = new ConcurrentHashMap<>();

  public EmbeddedJournal() {
    var system = context().system();
    store = EmbeddedStore.get(system);
    contents = new EventContent(system);
  }

  @Override
  public Future<Iterable<Optional<Exception>>> doAsyncWriteMessages(Iterable<AtomicWrite> writes) {
    var rows = new ArrayList<Row>();
    var refusals = new ArrayList<Optional<Exception>>();
    var persistenceId = "";
    for (var write : writes) {
      persistenceId = write.persistenceId();
      refusals.add(addRows(write, rows));
    }
    return ScalaFuture.of(writeInOrder(persistenceId, rows).thenApply(done -> refusals));
  }

  private Optional<Exception> addRows(AtomicWrite write, List<Row> rows) {
    try {
      var together = new ArrayList<Row>();
      for (var event : asJava(write.payload())) together.add(contents.toRow(event));
      rows.addAll(together);
      return Optional.empty();
    } catch (Exception notSerializable) {
      return Optional.of(notSerializable);
    }
  }

  private CompletableFuture<Void> writeInOrder(String persistenceId, List<Row> rows) {
    if (rows.isEmpty()) return CompletableFuture.completedFuture(null);
    var written = store.append(rows);
    inFlight.put(persistenceId, written);
    return written.whenComplete((done, failure) -> inFlight.remove(persistenceId, written));
  }

  @Override
  public Future<Void> doAsyncDeleteMessagesTo(String persistenceId, long toSequence) {
    return ScalaFuture.of(
        store.write(
            OutsideCall.WRITE_EVENTS,
            tables -> tables.entities().deleteTo(persistenceId, toSequence)));
  }

  @Override
  public Future<Void> doAsyncReplayMessages(
      String persistenceId, long from, long to, long max, Consumer<PersistentRepr> replay) {
    var query =
        EventQueries.of(
            persistenceId, from, to, max, false, row -> replay.accept(contents.fromRow(row)));
    return ScalaFuture.of(store.read(OutsideCall.READ_EVENTS, query).thenAccept(count -> {}));
  }

  @Override
  public Future<Long> doAsyncReadHighestSequenceNr(String persistenceId, long from) {
    var last = inFlight.getOrDefault(persistenceId, CompletableFuture.completedFuture(null));
    return ScalaFuture.of(
        last.handle((done, failure) -> EventQueries.highest(persistenceId))
            .thenCompose(query -> store.read(OutsideCall.READ_EVENTS, query)));
  }
}
