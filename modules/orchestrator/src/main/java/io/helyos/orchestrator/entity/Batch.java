package io.helyos.orchestrator.entity;

import io.helyos.model.Decider;
import io.helyos.model.Decision.Accepted;
import io.helyos.model.Decision.Rejected;
import io.helyos.model.EntityId;
import io.helyos.model.Rejection;
import io.helyos.model.delivery.Answer;
import io.helyos.model.journal.Recorded;
import io.helyos.model.port.Codec;
import io.helyos.orchestrator.Request;
import io.helyos.orchestrator.entity.EntityMessage.Execute;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Commands that are decided one after the other and stored in one write. What a later one is told
/// may rest on an earlier one, so nobody is answered before all of it is durable.
final class Batch {
  /// An event as it is about to be stored.
  record Entry(Object event, Recorded recorded) {}

  /// Who waits for which answer.
  record Reply(Execute to, Answer answer) {}

  private final EntityId entity;
  private final Decider<Object, Object, Object, Object> decider;
  private final Codec codec;
  private final String daemon;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Reply> replies = new ArrayList<>();
  private Remembered now;
  private RecentCommands unchanging;

  Batch(
      EntityId entity,
      Decider<Object, Object, Object, Object> decider,
      Codec codec,
      String daemon,
      Remembered before,
      RecentCommands unchanging) {
    this.entity = entity;
    this.decider = decider;
    this.codec = codec;
    this.daemon = daemon;
    this.now = before;
    this.unchanging = unchanging;
  }

  List<Entry> entries() {
    return entries;
  }

  /// The commands with an id that changed nothing. No event tells of them, so they are known only
  /// as long as the entity is awake.
  RecentCommands unchanging() {
    return unchanging;
  }

  List<Reply> replies() {
    return replies;
  }

  void decide(Execute execute, Instant clock) {
    replies.add(new Reply(execute, answer(execute.command(), execute.request(), clock)));
  }

  private Answer answer(Object command, Request request, Instant clock) {
    var id = request.commandId();
    var known = now.recent().find(id).or(() -> unchanging.find(id));
    if (known.isPresent()) return again(command, request, known.get());
    if (request.expected().filter(sequence -> sequence != now.sequence()).isPresent()) {
      return refused(
          new Rejection(
              Rejection.Kind.PRECONDITION,
              "Expected %s at sequence %d, found %d. Read it again."
                  .formatted(entity.name(), request.expected().get(), now.sequence())));
    }
    return switch (decider.decide(now.state(), command, clock)) {
      case Rejected(var why) -> refused(why);
      case Accepted(var events) when events.isEmpty() -> unchanged(command, request, clock);
      case Accepted(var events) -> {
        for (var event : events) record(event, request, clock);
        yield done(command, request.change());
      }
    };
  }

  /// Nothing happened, so there is no change that could be looked up or undone.
  private Answer unchanged(Object command, Request request, Instant clock) {
    if (!request.commandId().isEmpty()) {
      unchanging =
          unchanging.with(
              request.commandId(),
              new RecentCommands.Known(request.digest(), "", now.sequence(), clock));
    }
    return done(command, "");
  }

  private Answer done(Object command, String change) {
    return new Answer.Done(
        entity, now.sequence(), now.time(), change, decider.answer(now.state(), command));
  }

  private Answer again(Object command, Request request, RecentCommands.Known known) {
    if (!known.digest().equals(request.digest())) {
      return refused(
          Rejection.invalid("This idempotency key was used for another request. Take a new key."));
    }
    return new Answer.Done(
        entity,
        known.sequence(),
        known.time(),
        known.change(),
        decider.answer(now.state(), command));
  }

  private Answer refused(Rejection why) {
    return new Answer.Refused(entity, why);
  }

  private void record(Object event, Request request, Instant clock) {
    var encoded = codec.encode(event);
    var bare =
        new Recorded(
            encoded.bytes(),
            encoded.type(),
            encoded.version(),
            time(request, clock),
            daemon,
            request.change(),
            request.author(),
            request.cause(),
            request.commandId(),
            request.digest(),
            HashChain.root());
    var recorded = withHash(bare, HashChain.next(now.hash(), entity, now.sequence() + 1, bare));
    now = now.after(recorded, decider.evolve(now.state(), event));
    entries.add(new Entry(event, recorded));
  }

  /// Later than what came before and than what led to it, whatever the clocks say: so all events up
  /// to an instant hold together.
  private Instant time(Request request, Instant clock) {
    var time = clock;
    if (!time.isAfter(now.time())) time = now.time().plusNanos(1000);
    if (!time.isAfter(request.causeTime())) time = request.causeTime().plusNanos(1000);
    return time;
  }

  private static Recorded withHash(Recorded event, byte[] hash) {
    return new Recorded(
        event.bytes(),
        event.type(),
        event.version(),
        event.time(),
        event.daemon(),
        event.change(),
        event.author(),
        event.cause(),
        event.command(),
        event.digest(),
        hash);
  }
}
