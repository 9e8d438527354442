package io.helyos.simulator.world;

import io.helyos.model.Decider;
import io.helyos.model.EntityId;
import io.helyos.model.delivery.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// An entity's shell in small: decides together what has gathered, stores it, answers when it is
/// stored, and keeps the effects of its state going. When a write fails it forgets everything and
/// starts again from the journal.
final class Shell {
  private static final Duration SWEEP = Duration.ofSeconds(60);
  private static final Duration IDLE = Duration.ofMinutes(2);
  private static final Duration RESTART = Duration.ofSeconds(1);

  /// A command, to be answered when all that follows from it is stored.
  record Execute(Object command, Request request, Consumer<Answer> reply) {}

  private final EntityId id;
  private final Daemon home;
  private final World world;
  private final Decider<Object, Object, Object, Object> decider;
  private final Effects effects;
  private final Deque<Runnable> mailbox = new ArrayDeque<>();
  private final Deque<Execute> waiting = new ArrayDeque<>();
  private Map<String, Remembered.Known> unchanging = new LinkedHashMap<>();
  private Remembered memory;
  private boolean busy;
  private boolean pumping;
  private boolean gone;
  private int recoveries;
  private Instant lastUse;

  Shell(EntityId id, Daemon home) {
    this.id = id;
    this.home = home;
    this.world = home.world();
    this.decider = world.rules().deciders().apply(id.kind());
    this.effects = new Effects(this);
    this.memory = Remembered.nothing(decider.initial());
    this.lastUse = home.now();
    recover(Duration.ZERO);
  }

  EntityId id() {
    return id;
  }

  Daemon home() {
    return home;
  }

  Remembered memory() {
    return memory;
  }

  Effects effects() {
    return effects;
  }

  void tell(Execute execute) {
    tell(() -> gather(execute));
  }

  /// Behind everything that has arrived already, and not while a write is under way.
  void tell(Runnable message) {
    mailbox.add(message);
    if (pumping) return;
    pumping = true;
    while (!busy && !gone && !mailbox.isEmpty()) mailbox.removeFirst().run();
    pumping = false;
  }

  private void resume() {
    busy = false;
    tell(() -> {});
  }

  private void gather(Execute execute) {
    lastUse = home.now();
    if (waiting.isEmpty()) home.after(Duration.ZERO, () -> tell(this::flush));
    waiting.add(execute);
  }

  private void flush() {
    if (waiting.isEmpty()) return;
    var batch = new Batch(id, decider, memory, unchanging);
    var last = next(batch);
    while (!waiting.isEmpty() && belongs(waiting.getFirst(), last)) last = next(batch);
    if (!waiting.isEmpty()) home.after(Duration.ZERO, () -> tell(this::flush));
    unchanging = batch.unchanging();
    if (batch.drafts().isEmpty()) {
      batch.answer();
      return;
    }
    store(batch, last.request());
  }

  private void store(Batch batch, Request last) {
    busy = true;
    var life = home.life();
    Consumer<Boolean> then =
        known ->
            home.in(
                life,
                () -> {
                  if (known) stored(batch, last);
                  else recover(RESTART);
                });
    world.journal().write(this, batch.drafts(), then);
  }

  /// A write holds one user's command, or news that follows from one change.
  private static boolean belongs(Execute next, Execute last) {
    return !next.request().cause().isEmpty()
        && !last.request().cause().isEmpty()
        && next.request().change().equals(last.request().change());
  }

  private Execute next(Batch batch) {
    var execute = waiting.removeFirst();
    batch.decide(execute, home.now());
    return execute;
  }

  private void stored(Batch batch, Request last) {
    var sequence = memory.sequence();
    memory = batch.after();
    for (var draft : batch.drafts()) {
      home.view().saw(id, ++sequence, draft.time(), draft.event());
    }
    batch.answer();
    effects.become(wanted(), cause(last.change()), false);
    resume();
  }

  private Set<Object> wanted() {
    return decider.effects(memory.state());
  }

  private Request cause(String change) {
    return new Request(change, "", id + "@" + memory.sequence(), memory.time());
  }

  /// All is forgotten but the journal, and what had not been decided yet.
  private void recover(Duration wait) {
    busy = true;
    effects.restart();
    home.after(
        wait.plus(home.readTime()),
        () -> {
          if (home.seesJournal() && world.journal().isReadable(id)) recovered();
          else recover(RESTART);
        });
  }

  private void recovered() {
    memory = world.journal().replay(id);
    recoveries++;
    sweepLater(recoveries);
    if (!waiting.isEmpty()) home.after(Duration.ZERO, () -> tell(this::flush));
    if (memory.sequence() > 0) {
      home.view().found(id, memory);
      effects.become(wanted(), cause(memory.change()), true);
    }
    resume();
  }

  private void sweepLater(int recovery) {
    home.after(
        SWEEP.plus(home.jitter()),
        () -> {
          if (recovery != recoveries || gone) return;
          tell(this::sweep);
          sweepLater(recovery);
        });
  }

  private void sweep() {
    var idle = Duration.between(lastUse, home.now()).compareTo(IDLE) > 0;
    if (idle && effects.isQuiet() && waiting.isEmpty()) leave();
    else effects.sweep();
  }

  /// It sleeps until its next message. Not in the midst of a write.
  boolean leave() {
    if (busy || !waiting.isEmpty()) return false;
    crash();
    return true;
  }

  /// As a crash does: everything is forgotten at once, whatever is under way.
  void crash() {
    gone = true;
    effects.restart();
    home.forget(id);
  }

  /// A command that the entity gives itself.
  void toSelf(Object command, Request request) {
    tell(
        new Execute(
            command,
            new Request(request.change(), "", request.cause(), request.causeTime()),
            _ -> {}));
  }
}
