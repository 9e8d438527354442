package io.helyos.simulator.world;

import io.helyos.model.Decider;
import io.helyos.model.Decision.Accepted;
import io.helyos.model.Decision.Rejected;
import io.helyos.model.EntityId;
import io.helyos.model.delivery.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Commands that are decided one after the other and stored in one write. Nobody is answered before
/// all of it is stored.
final class Batch {
  private final EntityId entity;
  private final Decider<Object, Object, Object, Object> decider;
  private final List<Journal.Draft> drafts = new ArrayList<>();
  private final List<Runnable> replies = new ArrayList<>();
  private final Map<String, Remembered.Known> unchanging;
  private Remembered now;

  Batch(
      EntityId entity,
      Decider<Object, Object, Object, Object> decider,
      Remembered before,
      Map<String, Remembered.Known> unchanging) {
    this.entity = entity;
    this.decider = decider;
    this.now = before;
    this.unchanging = new LinkedHashMap<>(unchanging);
  }

  List<Journal.Draft> drafts() {
    return drafts;
  }

  Remembered after() {
    return now;
  }

  /// The commands with an id that changed nothing; they are known as long as the entity is awake.
  Map<String, Remembered.Known> unchanging() {
    return unchanging;
  }

  void answer() {
    replies.forEach(Runnable::run);
  }

  void decide(Shell.Execute execute, Instant clock) {
    var answer = answer(execute.command(), execute.request(), clock);
    replies.add(() -> execute.reply().accept(answer));
  }

  private Answer answer(Object command, Request request, Instant clock) {
    var known = now.recent().getOrDefault(request.commandId(), unchanging.get(request.commandId()));
    if (known != null) {
      return new Answer.Done(
          entity,
          known.sequence(),
          known.time(),
          known.change(),
          decider.answer(now.state(), command));
    }
    return switch (decider.decide(now.state(), command, clock)) {
      case Rejected<Object>(var why) -> new Answer.Refused(entity, why);
      case Accepted<Object>(var events) when events.isEmpty() -> {
        if (!request.commandId().isEmpty()) {
          unchanging.put(request.commandId(), new Remembered.Known("", now.sequence(), clock));
        }
        yield done(command, "");
      }
      case Accepted<Object>(var events) -> {
        for (var event : events) record(event, request, clock);
        yield done(command, request.change());
      }
    };
  }

  private Answer done(Object command, String change) {
    return new Answer.Done(
        entity, now.sequence(), now.time(), change, decider.answer(now.state(), command));
  }

  private void record(Object event, Request request, Instant clock) {
    var time = time(request, clock);
    now = now.after(time, request, decider.evolve(now.state(), event));
    drafts.add(new Journal.Draft(event, time, request));
  }

  /// Later than what came before and than what led to it, whatever the clocks say.
  private Instant time(Request request, Instant clock) {
    var time = clock;
    if (!time.isAfter(now.time())) time = now.time().plusNanos(1000);
    if (!time.isAfter(request.causeTime())) time = request.causeTime().plusNanos(1000);
    return time;
  }
}
