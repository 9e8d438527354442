package io.helyos.orchestrator.entity;

import io.helyos.model.Decider;
import io.helyos.model.EntityId;
import io.helyos.model.delivery.Answer;
import io.helyos.model.journal.EncodedEvent;
import io.helyos.model.journal.Recorded;
import io.helyos.model.view.Deciders;
import io.helyos.orchestrator.Request;
import io.helyos.orchestrator.entity.EntityMessage.Answered;
import io.helyos.orchestrator.entity.EntityMessage.Due;
import io.helyos.orchestrator.entity.EntityMessage.Execute;
import io.helyos.orchestrator.entity.EntityMessage.Flush;
import io.helyos.orchestrator.entity.EntityMessage.Leave;
import io.helyos.orchestrator.entity.EntityMessage.Sweep;
import io.helyos.orchestrator.entity.EntityMessage.Wake;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.RecoveryCompleted;
import org.apache.pekko.persistence.typed.SnapshotAdapter;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.Effect;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;
import org.apache.pekko.persistence.typed.javadsl.SignalHandler;

/// The one actor around every decider: asks it, stores its events, answers when they are durable,
/// and keeps what must be true outside being made true. Commands that arrive while a write is under
/// way are decided together and stored in the next write.
public final class ModelEntity extends EventSourcedBehavior<EntityMessage, Recorded, Remembered> {
  private static final Duration SWEEP = Duration.ofSeconds(60);
  private static final Duration IDLE = Duration.ofMinutes(2);
  private static final Duration FIRST_RESTART = Duration.ofSeconds(1);
  private static final Duration LAST_RESTART = Duration.ofSeconds(30);
  private static final int SNAPSHOT_AFTER = 100;

  private final EntityId id;
  private final Decider<Object, Object, Object, Object> decider;
  private final Wiring wiring;
  private final ActorContext<EntityMessage> context;
  private final ActorRef<ClusterSharding.ShardCommand> shard;
  private final TimerScheduler<EntityMessage> timers;
  private final RunningEffects effects;
  private final Deque<Execute> waiting = new ArrayDeque<>();
  // The events of the write under way, so that they need not be read back from their bytes.
  private final IdentityHashMap<Recorded, Object> fresh = new IdentityHashMap<>();
  private RecentCommands unchanging = RecentCommands.none();
  private Instant lastUse;

  private ModelEntity(
      EntityId id,
      Wiring wiring,
      ActorContext<EntityMessage> context,
      TimerScheduler<EntityMessage> timers,
      ActorRef<ClusterSharding.ShardCommand> shard) {
    super(
        PersistenceId.ofUniqueId(id.toString()),
        SupervisorStrategy.restartWithBackoff(FIRST_RESTART, LAST_RESTART, 0.2));
    this.id = id;
    this.decider = decider(id);
    this.wiring = wiring;
    this.context = context;
    this.shard = shard;
    this.timers = timers;
    this.effects = new RunningEffects(context, timers, wiring);
    this.lastUse = wiring.clock().instant();
  }

  public static Behavior<EntityMessage> create(
      EntityId id, Wiring wiring, ActorRef<ClusterSharding.ShardCommand> shard) {
    // A fault of ours costs the command that met it; the entity comes back from its journal.
    return Behaviors.<EntityMessage>supervise(
            Behaviors.setup(context ->
                Behaviors.withTimers(
                    timers -> new ModelEntity(id, wiring, context, timers, shard))))
        .onFailure(SupervisorStrategy.restartWithBackoff(FIRST_RESTART, LAST_RESTART, 0.2));
  }

  // The sharding hands an entity the commands of its own kind only.
  @SuppressWarnings("unchecked")
  private static Decider<Object, Object, Object, Object> decider(EntityId id) {
    return (Decider<Object, Object, Object, Object>) Deciders.of(id.kind());
  }

  @Override
  public Remembered emptyState() {
    return Remembered.nothing(decider.initial());
  }

  @Override
  public CommandHandler<EntityMessage, Recorded, Remembered> commandHandler() {
    return newCommandHandlerBuilder().forAnyState().onAnyCommand(this::onMessage);
  }

  private Effect<Recorded, Remembered> onMessage(Remembered state, EntityMessage message) {
    return switch (message) {
      case Execute execute -> gather(execute);
      case Flush _ -> flush(state);
      case Answered answered -> {
        effects
            .request(answered.effect())
            .ifPresent(cause -> answered.command().ifPresent(command -> toSelf(command, cause)));
        effects.onAnswered(answered);
        yield Effect().none();
      }
      case Due due -> {
        effects.onDue(due);
        yield Effect().none();
      }
      case Sweep _ -> sweep();
      case Wake() -> {
        effects.look();
        yield Effect().none();
      }
      case Leave _ -> leave();
    };
  }

  private Effect<Recorded, Remembered> gather(Execute execute) {
    lastUse = wiring.clock().instant();
    // Behind everything that has already arrived: that joins the same write.
    if (waiting.isEmpty()) context.getSelf().tell(Flush.FLUSH);
    waiting.add(execute);
    return Effect().none();
  }

  /// What has arrived is decided first; it is already on its way to be.
  private Effect<Recorded, Remembered> leave() {
    if (waiting.isEmpty()) {
      // Its timers end here with it; nobody else would begin them elsewhere.
      if (!effects.isQuiet()) wiring.carrier().goOn(id);
      return Effect().stop();
    }
    context.getSelf().tell(Leave.LEAVE);
    return Effect().none();
  }

  private Effect<Recorded, Remembered> flush(Remembered state) {
    if (waiting.isEmpty()) return Effect().none();
    var batch = new Batch(id, decider, wiring.codec(), wiring.daemon(), state, unchanging);
    var last = next(batch);
    while (!waiting.isEmpty() && belongs(waiting.getFirst(), last)) last = next(batch);
    if (!waiting.isEmpty()) context.getSelf().tell(Flush.FLUSH);
    unchanging = batch.unchanging();
    if (batch.entries().isEmpty()) {
      answer(batch);
      return Effect().none();
    }
    wiring.pulse().requireAwake();
    batch.entries().forEach(entry -> fresh.put(entry.recorded(), entry.event()));
    var request = last.request();
    return Effect()
        .persist(batch.entries().stream().map(Batch.Entry::recorded).toList())
        .thenRun(now -> stored(batch, now, request));
  }

  /// A write holds one user's command, or news that follows from one change: what comes of it
  /// carries that change and no other.
  private static boolean belongs(Execute next, Execute last) {
    return !next.request().cause().isEmpty()
        && !last.request().cause().isEmpty()
        && next.request().change().equals(last.request().change());
  }

  private Execute next(Batch batch) {
    var execute = waiting.removeFirst();
    batch.decide(execute, wiring.clock().instant());
    return execute;
  }

  private void stored(Batch batch, Remembered now, Request last) {
    var sequence = now.sequence() - batch.entries().size();
    for (var entry : batch.entries()) {
      wiring.view().saw(id, ++sequence, entry.recorded().time(), entry.event());
    }
    answer(batch);
    effects.become(decider.effects(now.state()), cause(now, last.change(), last.author()), false);
  }

  private static void answer(Batch batch) {
    for (var reply : batch.replies()) reply.to().replyTo().tell(reply.answer());
  }

  private Request cause(Remembered now, String change, String author) {
    return new Request(
        change, author, "", "", id + "@" + now.sequence(), now.time(), Optional.empty());
  }

  private void toSelf(Object command, Request cause) {
    ActorRef<Answer> nobody = context.getSystem().<Answer>ignoreRef();
    context.getSelf().tell(new Execute(command, cause, nobody));
  }

  private Effect<Recorded, Remembered> sweep() {
    var idle = Duration.between(lastUse, wiring.clock().instant()).compareTo(IDLE) > 0;
    if (idle && effects.isQuiet()) {
      shard.tell(new ClusterSharding.Passivate<>(context.getSelf()));
    } else {
      effects.sweep();
    }
    return Effect().none();
  }

  @Override
  public EventHandler<Remembered, Recorded> eventHandler() {
    return (state, recorded) -> {
      var known = fresh.remove(recorded);
      var event = known != null ? known : decode(recorded);
      return state.after(recorded, decider.evolve(state.state(), event));
    };
  }

  private Object decode(Recorded recorded) {
    return wiring
        .codec()
        .decode(new EncodedEvent(recorded.type(), recorded.version(), recorded.bytes()));
  }

  @Override
  public SignalHandler<Remembered> signalHandler() {
    return newSignalHandlerBuilder()
        .onSignal(RecoveryCompleted.class, (state, _) -> recovered(state))
        .build();
  }

  private void recovered(Remembered state) {
    // After a failed write the shell starts over, without its timers; what had not been decided
    // yet still waits.
    fresh.clear();
    effects.restart();
    if (!waiting.isEmpty()) context.getSelf().tell(Flush.FLUSH);
    // A different pace for each entity, so that they do not all sweep at once.
    var jitter = Duration.ofMillis(ThreadLocalRandom.current().nextLong(10_000));
    timers.startTimerWithFixedDelay(Sweep.SWEEP, SWEEP.plus(jitter));
    if (state.sequence() == 0) return;
    wiring.view().found(id, state.state(), state.sequence(), state.time());
    Set<Object> wanted = decider.effects(state.state());
    effects.become(wanted, cause(state, state.change(), state.author()), true);
  }

  @Override
  public SnapshotAdapter<Remembered> snapshotAdapter() {
    return new SnapshotFormat(id.kind(), wiring.codec());
  }

  /// A snapshot of a large state is written more rarely: never more often than its own size.
  @Override
  public boolean shouldSnapshot(Remembered state, Recorded event, long sequence) {
    return sequence % Math.max(SNAPSHOT_AFTER, decider.size(state.state())) == 0;
  }
}
