package io.helyos.simulator.world;

import io.helyos.model.Decider;
import io.helyos.model.EntityId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// All events, in one order. A write takes time, and at times its outcome stays unknown: the writer
/// hears of a failure, and the events may be there or not.
final class Journal {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /// An event that is about to be stored.
  record Draft(Object event, Instant time, Request request) {}

  private final World world;
  private final Dice dice;
  private final List<Stored> feed = new ArrayList<>();
  private final Map<EntityId, List<Stored>> byEntity = new LinkedHashMap<>();
  private final Map<EntityId, Object> states = new LinkedHashMap<>();
  private final Map<EntityId, Integer> underWay = new LinkedHashMap<>();
  private final Map<EntityId, Shell> writers = new LinkedHashMap<>();
  private final Set<Shell> past = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean away;
  private double unknown;

  Journal(World world, Dice dice) {
    this.world = world;
    this.dice = dice;
  }

  /// Nothing can be written or read for now.
  void away(boolean now) {
    away = now;
  }

  /// Reads come after the writes that were asked for before them.
  boolean isReadable(EntityId id) {
    return !away && underWay.getOrDefault(id, 0) == 0;
  }

  /// @param share of the writes whose outcome the writer does not learn
  void loseAnswers(double share) {
    unknown = share;
  }

  /// Answers whether the write is known to have succeeded.
  void write(Shell writer, List<Draft> drafts, Consumer<Boolean> then) {
    if (away || !writer.home().seesJournal()) {
      world.time().after(PATIENCE, () -> then.accept(false));
      return;
    }
    var id = writer.id();
    var after = writer.memory().sequence();
    var lost = dice.chance(unknown);
    var stored = !lost || dice.chance(0.5);
    underWay.merge(id, 1, Integer::sum);
    world
        .time()
        .after(
            dice.millis(1, 5),
            () -> {
              underWay.merge(id, -1, Integer::sum);
              if (stored) append(writer, after, drafts);
              then.accept(!lost);
            });
  }

  private void append(Shell writer, long after, List<Draft> drafts) {
    var id = writer.id();
    var daemon = writer.home().name();
    succeed(writer);
    var own = byEntity.computeIfAbsent(id, _ -> new ArrayList<>());
    if (own.size() != after) {
      world
          .watch()
          .broken(
              "I3", "%s wrote %s after %d, which has %d".formatted(daemon, id, after, own.size()));
      return;
    }
    for (var draft : drafts) {
      var before = state(id);
      var stored =
          new Stored(
              feed.size() + 1L,
              id,
              own.size() + 1L,
              draft.time(),
              draft.event(),
              draft.request(),
              daemon);
      feed.add(stored);
      own.add(stored);
      states.put(id, decider(id).evolve(before, draft.event()));
      world.story(
          id.toString(),
          () -> "@%d %s  (%s)".formatted(stored.sequence(), draft.event(), why(draft.request())));
      world.watch().stored(stored, before, state(id));
    }
    world.daemons().forEach(Daemon::newsInJournal);
  }

  /// Whoever has been followed by another writer never writes again.
  private void succeed(Shell writer) {
    var before = writers.put(writer.id(), writer);
    if (before == null || before == writer) return;
    past.add(before);
    if (past.contains(writer)) {
      world.watch().broken("I3", "%s has writers in turn".formatted(writer.id()));
    }
  }

  private static String why(Request request) {
    return request.cause().isEmpty()
        ? request.change()
        : request.change() + " by " + request.cause();
  }

  private Decider<Object, Object, Object, Object> decider(EntityId id) {
    return world.rules().deciders().apply(id.kind());
  }

  /// As all that is stored says.
  Object state(EntityId id) {
    var state = states.get(id);
    return state == null ? decider(id).initial() : state;
  }

  /// Every entity that has ever been written of.
  List<EntityId> entities() {
    return List.copyOf(byEntity.keySet());
  }

  List<Stored> of(EntityId id) {
    return byEntity.getOrDefault(id, List.of());
  }

  List<Stored> feed() {
    return feed;
  }

  /// The state after so many events.
  Object replayUntil(EntityId id, int events) {
    var decider = decider(id);
    var state = decider.initial();
    for (var stored : of(id).subList(0, events)) state = decider.evolve(state, stored.event());
    return state;
  }

  /// An entity as its events tell it, from the first on.
  Remembered replay(EntityId id) {
    var decider = decider(id);
    var memory = Remembered.nothing(decider.initial());
    for (var stored : of(id)) {
      var next = decider.evolve(memory.state(), stored.event());
      memory = memory.after(stored.time(), stored.request(), next);
    }
    return memory;
  }
}
