package io.helyos.persistence.embedded;

import io.helyos.model.EntityId;
import io.helyos.model.journal.Recorded;
import io.helyos.persistence.contract.Events;
import io.helyos.persistence.embedded.JournalTables.Row;
import io.helyos.persistence.serialization.RecordedFormat;
import java.util.List;
import java.util.stream.LongStream;

/// Events of about the usual size, and rows of them.
final class TestEvents {
  private TestEvents() {}

  static Recorded recorded(String text) {
    return Events.recorded(text);
  }

  static EntityId pod(int index) {
    return Events.pod(index);
  }

  static Row row(EntityId entity, long sequence) {
    var recorded = recorded(entity.name() + "@" + sequence);
    return new Row(entity.toString(), sequence, true, RecordedFormat.write(recorded));
  }

  static List<Row> rows(EntityId entity, long from, long to) {
    return LongStream.rangeClosed(from, to).mapToObj(sequence -> row(entity, sequence)).toList();
  }

  /// What Pekko stores for itself: no event of ours.
  static Row foreign(String persistenceId, long sequence) {
    var content = new ForeignContent(1, "", "writer", "", new byte[] {1});
    return new Row(persistenceId, sequence, false, content.write());
  }
}
