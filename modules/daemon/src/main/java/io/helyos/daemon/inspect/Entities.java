package io.helyos.daemon.inspect;

import io.helyos.model.journal.FeedRow;
import io.helyos.model.port.Codec;
import java.io.PrintWriter;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// All entities of a journal, and the types of events that this build cannot read.
public final class Entities {
  private static final int HASH_SHOWN = 6;
  private static final String LINE = "%-40s %9s  %-30s  %-24s  %s%n";

  private final Codec codec;
  private final Map<String, Entity> all = new TreeMap<>();
  private final Map<String, Unreadable> unreadable = new TreeMap<>();
  private long events;

  /// How far an entity is.
  ///
  /// @param setAside the first event that cannot be read; the entity is left alone for it
  private record Entity(StoredEvent head, Optional<Long> setAside) {}

  private record Unreadable(long events, String first, String why) {}

  public Entities(Codec codec) {
    this.codec = codec;
  }

  /// The next event of the journal.
  public void see(FeedRow row) {
    var event = StoredEvent.of(row, codec);
    events++;
    if (!event.isReadable()) note(event);
    all.merge(
        row.entity().toString(),
        new Entity(event, event.isReadable() ? Optional.empty() : Optional.of(row.sequence())),
        (before, now) -> new Entity(now.head(), before.setAside().or(now::setAside)));
  }

  private void note(StoredEvent event) {
    var place = event.row().entity() + "@" + event.row().sequence();
    unreadable.merge(
        event.type(),
        new Unreadable(1, place, event.trouble()),
        (before, _) -> new Unreadable(before.events() + 1, before.first(), before.why()));
  }

  public void print(PrintWriter out) {
    out.printf(LINE, "ENTITY", "SEQUENCE", "TIME", "NEWEST EVENT", "HASH");
    all.forEach((name, entity) -> out.printf(LINE, line(name, entity)));
    out.printf("%d events of %d entities.%n", events, all.size());
    unreadable.forEach((type, found) ->
        out.printf(
            "%s cannot be read: %d, the first is %s. %s%n",
            type, found.events(), found.first(), found.why()));
  }

  private static Object[] line(String name, Entity entity) {
    var row = entity.head().row();
    var hash = HexFormat.of().formatHex(row.recorded().hash());
    var shown = hash.substring(0, Math.min(2 * HASH_SHOWN, hash.length()));
    var note =
        entity.setAside().map(sequence -> "  set aside from %d on".formatted(sequence)).orElse("");
    return new Object[] {
      Objects.requireNonNull(name),
      Long.toString(row.sequence()),
      row.recorded().time().toString(),
      entity.head().type(),
      shown + note
    };
  }
}
