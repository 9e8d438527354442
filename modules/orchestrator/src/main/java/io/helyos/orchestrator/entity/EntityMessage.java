package io.helyos.orchestrator.entity;

import io.helyos.model.delivery.Answer;
import io.helyos.orchestrator.Request;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;

/// What an entity's shell hears.
public sealed interface EntityMessage {
  /// A command, to be answered when everything that follows from it is durable.
  record Execute(Object command, Request request, ActorRef<Answer> replyTo)
      implements EntityMessage {}

  /// Recover, and see to what must be true; look again at what the view alone decides.
  record Wake() implements EntityMessage {}

  /// The commands that have gathered are to be decided now.
  enum Flush implements EntityMessage {
    FLUSH
  }

  /// Somebody answered an effect: whether that settles it, and what it means for this entity.
  record Answered(Object effect, boolean settled, Optional<Object> command)
      implements EntityMessage {}

  /// An effect is to be said again, or its time has come.
  record Due(Object effect) implements EntityMessage {}

  /// Say everything again that must be true; leave when there is nothing to do.
  enum Sweep implements EntityMessage {
    SWEEP
  }

  /// The shard asks the entity to leave.
  enum Leave implements EntityMessage {
    LEAVE
  }
}
