package io.helyos.daemon.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.EntityId;
import io.helyos.model.journal.EncodedEvent;
import io.helyos.model.journal.Recorded;
import io.helyos.orchestrator.entity.HashChain;
import io.helyos.persistence.serialization.JacksonCodec;
import io.helyos.persistence.serialization.RecordedFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/// The journal as its file holds it, read row by row from a copy.
public final class JournalFile {
  private static final JacksonCodec CODEC = new JacksonCodec();

  private final List<Row> rows;

  private JournalFile(List<Row> rows) {
    this.rows = rows;
  }

  /// An event of ours.
  public record Row(long offset, EntityId entity, long sequence, Recorded recorded) {
    public Object event() {
      return CODEC.decode(new EncodedEvent(recorded.type(), recorded.version(), recorded.bytes()));
    }
  }

  /// Nobody may be writing meanwhile.
  static JournalFile copyOf(Path place) {
    try {
      // SQLite keeps its log beside the file itself, not beside a link to it.
      var file = place.toRealPath();
      var folder = Files.createTempDirectory(place.getParent(), "journal-copy");
      var copy = folder.resolve("journal.db");
      Files.copy(file, copy);
      var log = file.resolveSibling(file.getFileName() + "-wal");
      if (Files.exists(log)) Files.copy(log, folder.resolve("journal.db-wal"));
      return new JournalFile(read(copy));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new AssertionError("The journal cannot be read: " + place, e);
    }
  }

  private static List<Row> read(Path file) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement();
        var found =
            statement.executeQuery(
                "SELECT place, name, sequence, content FROM event JOIN entity ON number = entity"
                    + " WHERE place > 0 ORDER BY place")) {
      var rows = new ArrayList<Row>();
      while (found.next()) {
        rows.add(
            new Row(
                found.getLong(1),
                EntityId.parse(found.getString(2)),
                found.getLong(3),
                RecordedFormat.read(found.getBytes(4))));
      }
      return rows;
    }
  }

  /// In the order of their offsets.
  public List<Row> rows() {
    return rows;
  }

  public List<Row> rows(Predicate<Row> wanted) {
    return rows.stream().filter(wanted).toList();
  }

  /// What has happened to one entity, in its order.
  public List<Object> events(EntityId entity) {
    return rows(row -> row.entity().equals(entity)).stream().map(Row::event).toList();
  }

  /// Nothing is missing, double or changed: offsets and each entity's sequence are 1..n, and every
  /// hash follows from the one before.
  public void assertWhole() {
    assertThat(rows)
        .extracting(Row::offset)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, rows.size()).boxed().toList());
    var sequences = new HashMap<EntityId, Long>();
    var hashes = new HashMap<EntityId, byte[]>();
    for (var row : rows) {
      assertThat(row.sequence())
          .as("sequence of %s at offset %d", row.entity(), row.offset())
          .isEqualTo(sequences.merge(row.entity(), 1L, Long::sum));
      var before = hashes.getOrDefault(row.entity(), HashChain.root());
      assertThat(row.recorded().hash())
          .as("hash of %s@%d", row.entity(), row.sequence())
          .isEqualTo(HashChain.next(before, row.entity(), row.sequence(), row.recorded()));
      hashes.put(row.entity(), row.recorded().hash());
    }
  }
}
