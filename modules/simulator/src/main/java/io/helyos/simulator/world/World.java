package io.helyos.simulator.world;

import io.helyos.simulator.EngineSettings;
import io.helyos.simulator.VirtualTimeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/// One cluster: its journal, its network, its daemons and machines, all in one thread and in
/// virtual time.
final class World {
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  static final String CLUSTER = "c1";

  private final VirtualTimeline time = new VirtualTimeline(START);
  private final Rules rules;
  private final Shape shape;
  private final Story story;
  private final Dice dice;
  private final Journal journal;
  private final Network network;
  private final Region region;
  private final Watch watch;
  private final Lookout lookout;
  private final List<Daemon> daemons = new ArrayList<>();
  private final Map<String, Machine> machines = new LinkedHashMap<>();
  private long changes;

  World(Rules rules, Shape shape, Dice dice, Story story, Network.Fate fate) {
    this.rules = rules;
    this.shape = shape;
    this.story = story;
    this.dice = dice;
    this.journal = new Journal(this, dice.split());
    this.network = new Network(this, fate);
    this.region = new Region(this);
    this.watch = new Watch(this);
    this.lookout = new Lookout(this);
    for (var number = 1; number <= shape.daemons(); number++) {
      var skew = shape.skew().isZero() ? Duration.ZERO : skew(shape.skew());
      daemons.add(new Daemon(this, "d" + number, dice.split(), skew));
    }
    for (var number = 0; number < shape.machines(); number++) addMachine(number);
  }

  private Duration skew(Duration most) {
    return dice.between(Duration.ZERO, most.multipliedBy(2)).minus(most);
  }

  private void addMachine(int number) {
    var name = "n" + (number + 1);
    var settings =
        EngineSettings.DEFAULT.withDelays(shape.delays()).withCallTimeout(dice.seconds(2, 30));
    var machine =
        new Machine(
            this,
            name,
            daemons.get(number % daemons.size()),
            settings,
            new Disk(this, dice.split()),
            new Asking(this, dice.split()),
            shape.pods());
    machines.put(name, machine);
  }

  void start() {
    daemons.forEach(Daemon::start);
  }

  VirtualTimeline time() {
    return time;
  }

  Rules rules() {
    return rules;
  }

  Journal journal() {
    return journal;
  }

  Network network() {
    return network;
  }

  Region region() {
    return region;
  }

  Watch watch() {
    return watch;
  }

  Lookout lookout() {
    return lookout;
  }

  List<Daemon> daemons() {
    return daemons;
  }

  Machine machine(String name) {
    return Objects.requireNonNull(machines.get(name), name);
  }

  Collection<Machine> machines() {
    return machines.values();
  }

  Duration skew() {
    return shape.skew();
  }

  Duration failover() {
    return shape.failover();
  }

  Duration feedLag() {
    return dice.between(Duration.ofMillis(1), shape.lag());
  }

  String nextChange(String what) {
    return what + "#" + ++changes;
  }

  /// What has been told so far.
  List<String> story() {
    return story.lines();
  }

  void story(String who, Supplier<String> what) {
    story.tell(time.instant(), who, what);
  }
}
