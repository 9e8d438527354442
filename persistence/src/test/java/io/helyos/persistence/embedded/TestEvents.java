package io.helyos.persistence.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.helyos.model.EntityId;
import io.helyos.model.EntityKind;
import io.helyos.model.journal.Recorded;
import io.helyos.persistence.embedded.JournalTables.Row;
import io.helyos.persistence.serialization.RecordedFormat;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/// Events of about the usual size, and rows of them.
final class TestEvents {
  private static final Instant TIME = Instant.parse("2026-11-22T09:00:00.000123Z");

  private TestEvents() {}

  static Recorded recorded(String text) {
    return new Recorded(
        text.getBytes(UTF_8),
        "pod.started",
        1,
        TIME,
        "node-1",
        "0192f3c4d5e60192f3c4d5e6",
        "alice",
        "deployment|shop-api@3",
        "",
        "",
        new byte[32]);
  }

  static EntityId pod(int index) {
    return new EntityId(EntityKind.POD, "shop-api-" + index);
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
