package io.helyos.simulator.world;

import io.helyos.model.EntityId;
import io.helyos.model.delivery.Waking;
import io.helyos.model.view.Row;
import io.helyos.simulator.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// One daemon: its view, the entities that live on it, and the agents of its machines. It dies,
/// freezes and comes back; what it had in memory is then gone.
final class Daemon {
  /// A daemon that finds that it was asleep for longer stops itself before it does anything else.
  private static final Duration PULSE = Duration.ofSeconds(3);

  private static final Duration WAKE_AGAIN = Duration.ofMinutes(5);

  private final World world;
  private final String name;
  private final Dice dice;
  private final Duration skew;
  private final Post post;
  private final List<Machine> machines = new ArrayList<>();
  private final Map<EntityId, Shell> shells = new LinkedHashMap<>();
  private final Deque<Runnable> held = new ArrayDeque<>();
  private WorldView view = new WorldView();
  private int position;
  private boolean following;
  private boolean up;
  private boolean frozen;
  private Instant since = World.START;
  private boolean blind;
  private int life;
  private int silences;
  private int isolations;

  Daemon(World world, String name, Dice dice, Duration skew) {
    this.world = world;
    this.name = name;
    this.dice = dice;
    this.skew = skew;
    this.post = new Post(this);
  }

  World world() {
    return world;
  }

  String name() {
    return name;
  }

  Post post() {
    return post;
  }

  WorldView view() {
    return view;
  }

  List<Machine> machines() {
    return machines;
  }

  boolean seesJournal() {
    return !blind;
  }

  boolean isUp() {
    return up && !frozen;
  }

  /// Changes with each start and each end: work of another life is not done any more.
  int life() {
    return life;
  }

  /// What its clock shows.
  Instant now() {
    return world.time().instant().plus(skew);
  }

  Timeline.Timer after(Duration delay, Runnable work) {
    var mine = life;
    return world.time().after(delay, () -> in(mine, work));
  }

  /// Does this in that life, once it is not frozen.
  void in(int which, Runnable work) {
    if (which != life || !up) return;
    if (frozen) held.add(() -> in(which, work));
    else work.run();
  }

  Duration readTime() {
    return dice.millis(1, 4);
  }

  Duration jitter() {
    return jitter(Duration.ofSeconds(10));
  }

  Duration jitter(Duration most) {
    return dice.between(Duration.ZERO, most);
  }

  void start() {
    if (up) return;
    up = true;
    life++;
    world.story(name, () -> "starts");
    view = new WorldView();
    position = 0;
    following = false;
    if (!blind) catchUp();
    if (!isAlone()) world.region().join(this);
    machines.forEach(Machine::startAgent);
    if (!isAlone()) wakeWhatHasWork();
    wakeAgain();
  }

  private void wakeAgain() {
    after(
        WAKE_AGAIN,
        () -> {
          if (!isAlone()) wake(row -> Waking.isNeededAgain(row, view));
          wakeAgain();
        });
  }

  /// Whether there are others, and none of them hears it.
  boolean isAlone() {
    return world.daemons().size() > 1 && world.network().isCutOff(this);
  }

  /// Nobody hears it any more. After a while the others go on without it, and it knows that it is
  /// none of them: its entities live elsewhere. Its agents go on, at times after a new start.
  void isolate(boolean blindToo) {
    world.story("network", () -> "cuts off %s%s".formatted(name, blindToo ? ", blind" : ""));
    blind = blindToo;
    var mine = ++isolations;
    var restarts = dice.chance(0.5);
    world
        .time()
        .after(
            world.failover(),
            () -> {
              if (mine == isolations && isAlone()) expelled(restarts);
            });
  }

  private void expelled(boolean restarts) {
    world.region().lose(this);
    List.copyOf(shells.values()).forEach(Shell::crash);
    if (!restarts || !isUp()) return;
    world.story(name, () -> "starts anew, alone");
    end();
    start();
  }

  void reunite() {
    world.story("network", () -> "lets %s be heard again".formatted(name));
    isolations++;
    blind = false;
    if (!up) return;
    world.region().join(this);
    wakeWhatHasWork();
  }

  void die() {
    if (!up) return;
    world.story(name, () -> "dies");
    end();
  }

  private void end() {
    up = false;
    frozen = false;
    life++;
    since = world.time().instant();
    held.clear();
    List.copyOf(shells.values()).forEach(Shell::crash);
    machines.forEach(Machine::endAgent);
    noticed(++silences);
  }

  /// The others notice after a while, unless it is back by then.
  private void noticed(int silence) {
    world
        .time()
        .after(
            world.failover(),
            () -> {
              if (silence == silences && !isUp()) world.region().lose(this);
            });
  }

  void freeze() {
    if (!isUp()) return;
    world.story(name, () -> "freezes");
    frozen = true;
    since = world.time().instant();
    noticed(++silences);
  }

  void thaw() {
    if (!frozen) return;
    var slept = Duration.between(since, world.time().instant());
    if (slept.compareTo(PULSE) > 0) {
      world.story(name, () -> "finds that it has slept, and stops itself");
      end();
      start();
      return;
    }
    world.story(name, () -> "goes on");
    frozen = false;
    var work = new ArrayList<>(held);
    held.clear();
    work.forEach(Runnable::run);
  }

  Shell shell(EntityId id) {
    var shell = shells.get(id);
    if (shell != null) return shell;
    var woken = new Shell(id, this);
    shells.put(id, woken);
    return woken;
  }

  List<Shell> shells() {
    return List.copyOf(shells.values());
  }

  void forget(EntityId id) {
    shells.remove(id);
  }

  /// Something was written, here or elsewhere.
  void newsInJournal() {
    if (!up || following || blind) return;
    following = true;
    after(
        world.feedLag(),
        () -> {
          following = false;
          if (!blind) catchUp();
        });
  }

  private void catchUp() {
    var feed = world.journal().feed();
    for (; position < feed.size(); position++) {
      var stored = feed.get(position);
      view.saw(stored.entity(), stored.sequence(), stored.time(), stored.event());
    }
  }

  private void wake(Predicate<Row<?>> needed) {
    for (var row : view.all()) {
      if (needed.test(row)) world.region().wake(row.id());
    }
  }

  /// Wakes every entity that has something to do, wherever it lives.
  void wakeWhatHasWork() {
    if (!blind) catchUp();
    wake(row -> Waking.isNeeded(row, view));
  }
}
