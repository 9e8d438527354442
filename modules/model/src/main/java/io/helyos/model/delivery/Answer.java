package io.helyos.model.delivery;

import io.helyos.model.EntityId;
import io.helyos.model.Rejection;
import java.time.Instant;

/// What an entity says to a command.
public sealed interface Answer {
  /// Everything that follows from the command is durable.
  ///
  /// @param sequence of the entity's last event
  /// @param time of that event, the epoch when there is none
  /// @param change id of the change that the command has made; empty when it changed nothing
  /// @param value what the sender wants to know, as the decider says
  record Done(EntityId entity, long sequence, Instant time, String change, Object value)
      implements Answer {}

  record Refused(EntityId entity, Rejection rejection) implements Answer {}
}
