package io.helyos.persistence.embedded;

import io.helyos.model.EntityId;
import io.helyos.model.journal.Recorded;
import io.helyos.persistence.embedded.EventQueries.Found;
import io.helyos.persistence.embedded.JournalTables.Row;
import io.helyos.persistence.serialization.RecordedFormat;
import org.apache.pekko.actor.Actor;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.persistence.PersistentRepr;

/// Pekko's envelopes to rows and back.
///
/// Rows of our own events do not keep Pekko's id of the writing actor: the unique key already
/// refuses a second writer, and 36 bytes in each row would be a fifth of it.
final class EventContent {
  private final ForeignObjects foreign;

  EventContent(ActorSystem system) {
    foreign = new ForeignObjects(system);
  }

  Row toRow(PersistentRepr event) {
    var id = event.persistenceId();
    return switch (event.payload()) {
      case Recorded recorded -> {
        // The feed must be able to say whose event it is, for ever.
        EntityId.parse(id);
        yield new Row(id, event.sequenceNr(), true, RecordedFormat.write(recorded));
      }
      case Object other -> {
        var content = foreign.toContent(other, event.writerUuid(), event.manifest());
        yield new Row(id, event.sequenceNr(), false, content.write());
      }
    };
  }

  PersistentRepr fromRow(Found row) {
    if (row.place() > 0) return envelope(row, RecordedFormat.read(row.content()), "", "");
    var content = ForeignContent.read(row.content());
    return envelope(row, foreign.toObject(content), content.adapter(), content.writer());
  }

  private static PersistentRepr envelope(
      Found row, Object payload, String manifest, String writer) {
    return PersistentRepr.apply(
        payload, row.sequence(), row.name(), manifest, false, Actor.noSender(), writer);
  }
}
