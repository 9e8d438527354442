package io.helyos.persistence.embedded;

import io.helyos.model.port.OutsideCall;
import io.helyos.persistence.sqlite.ReadThreads.Query;
import java.util.Optional;
import org.apache.pekko.persistence.SelectedSnapshot;
import org.apache.pekko.persistence.SnapshotMetadata;
import org.apache.pekko.persistence.SnapshotSelectionCriteria;
import org.apache.pekko.persistence.snapshot.japi.SnapshotStore;
import scala.concurrent.Future;

/// Pekko's snapshot store over the store's file: `helyos.snapshots.embedded`.
public final class EmbeddedSnapshotStore extends SnapshotStore {
  private static final long ANY_TIME = Long.MAX_VALUE;

  private final EmbeddedStore store;
  private final ForeignObjects objects;

  public EmbeddedSnapshotStore() {
    var system = context().system();
    store = EmbeddedStore.get(system);
    objects = new ForeignObjects(system);
  }

  @Override
  public Future<Optional<SelectedSnapshot>> doLoadAsync(
      String persistenceId, SnapshotSelectionCriteria which) {
    return ScalaFuture.of(store.read(OutsideCall.READ_SNAPSHOT, youngest(persistenceId, which)));
  }

  private Query<Optional<SelectedSnapshot>> youngest(String id, SnapshotSelectionCriteria which) {
    return connection -> {
      try (var select =
          connection.prepareStatement(
              "SELECT sequence, time, content FROM entity JOIN snapshot ON number = entity"
                  + " WHERE name = ? AND sequence BETWEEN ? AND ? AND time BETWEEN ? AND ?"
                  + " ORDER BY sequence DESC LIMIT 1")) {
        select.setString(1, id);
        select.setLong(2, which.minSequenceNr());
        select.setLong(3, which.maxSequenceNr());
        select.setLong(4, which.minTimestamp());
        select.setLong(5, which.maxTimestamp());
        try (var row = select.executeQuery()) {
          if (!row.next()) return Optional.empty();
          var metadata = new SnapshotMetadata(id, row.getLong(1), row.getLong(2));
          var state = objects.toObject(ForeignContent.read(row.getBytes(3)));
          return Optional.of(SelectedSnapshot.create(metadata, state));
        }
      }
    };
  }

  @Override
  public Future<Void> doSaveAsync(SnapshotMetadata metadata, Object state) {
    var content = objects.toContent(state, "", "").write();
    return ScalaFuture.of(
        store.write(
            OutsideCall.WRITE_SNAPSHOT, tables -> tables.snapshots().save(metadata, content)));
  }

  @Override
  public Future<Void> doDeleteAsync(SnapshotMetadata metadata) {
    var sequence = metadata.sequenceNr();
    // Without a time it is meant by its sequence alone.
    var from = metadata.timestamp();
    var to = from == 0 ? ANY_TIME : from;
    var which = new SnapshotSelectionCriteria(sequence, to, sequence, from);
    return doDeleteAsync(metadata.persistenceId(), which);
  }

  @Override
  public Future<Void> doDeleteAsync(String persistenceId, SnapshotSelectionCriteria which) {
    return ScalaFuture.of(
        store.write(
            OutsideCall.WRITE_SNAPSHOT, tables -> tables.snapshots().delete(persistenceId, which)));
  }
}
