package io.helyos.daemon.inspect;

import io.helyos.model.EntityId;
import io.helyos.model.journal.FeedRow;
import io.helyos.model.journal.Recorded;
import io.helyos.model.port.Codec;
import java.io.PrintWriter;
import java.util.HexFormat;

/// The events of one entity, each with its whole envelope.
public final class EntityEvents {
  private final EntityId entity;
  private final Codec codec;
  private final PrintWriter out;
  private long seen;

  public EntityEvents(EntityId entity, Codec codec, PrintWriter out) {
    this.entity = entity;
    this.codec = codec;
    this.out = out;
  }

  /// Prints the next event of the journal if it is of this entity.
  public void see(FeedRow row) {
    if (!row.entity().equals(entity)) return;
    seen++;
    var event = StoredEvent.of(row, codec);
    var recorded = row.recorded();
    out.printf("%s@%d  %s  %s%n", entity, row.sequence(), recorded.time(), event.type());
    out.printf(
        "  offset %d, by %s, written by %s%n", row.offset(), recorded.author(), recorded.daemon());
    out.printf("  change %s, cause %s%n", recorded.change(), cause(recorded));
    out.printf("  hash %s%n", HexFormat.of().formatHex(recorded.hash()));
    out.println(
        event.isReadable()
            ? "  " + event.json()
            : "  cannot be read, %d bytes: %s".formatted(recorded.bytes().length, event.trouble()));
  }

  private static String cause(Recorded recorded) {
    return recorded.cause().isEmpty() ? "none: it was commanded" : recorded.cause();
  }

  /// Whether there was any.
  public boolean isFound() {
    return seen > 0;
  }
}
