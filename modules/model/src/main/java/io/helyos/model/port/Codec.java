package io.helyos.model.port;

import io.helyos.model.EntityKind;
import io.helyos.model.journal.EncodedEvent;

/// Turns events and states of entities into bytes and back, by short type names from one table.
public interface Codec {
  EncodedEvent encode(Object event);

  /// Reads an event of any version that was ever written.
  ///
  /// @throws UnknownEventException for a type or version that this build does not know
  Object decode(EncodedEvent encoded);

  byte[] encodeState(EntityKind kind, Object state);

  Object decodeState(EntityKind kind, byte[] bytes);

  /// Events as JSON, for people and tools: the same fields as in the journal.
  String json(Object event);

  /// Written by a newer build. The entity is set aside, the event is never skipped.
  final class UnknownEventException extends RuntimeException {
    public UnknownEventException(String message) {
      super(message);
    }
  }
}
