package io.helyos.simulator.world;

import io.helyos.model.EntityId;
import java.time.Instant;

/// An event in the journal, with those parts of its envelope that something depends on.
///
/// @param offset in the feed of all events, from 1
/// @param daemon whose entity has written it
record Stored(
    long offset,
    EntityId entity,
    long sequence,
    Instant time,
    Object event,
    Request request,
    String daemon) {
  /// How others name it as a cause.
  String name() {
    return entity + "@" + sequence;
  }
}
