package io.helyos.simulator.world;

import io.helyos.model.port.ContainerState;
import io.helyos.model.reconciliation.Labels;
import io.helyos.simulator.EngineFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What goes wrong, and when. Each world has some kinds of faults and not others, so that each kind
/// is also seen alone.
final class Chaos {
  /// The kinds of faults. Those of messages, writes and clocks are in what they concern.
  enum Kind {
    DAEMON_DIES,
    DAEMON_FREEZES,
    DAEMON_CUT_OFF,
    POWER_FAILS,
    ENGINE_FAULTY,
    EVENTS_LOST,
    CONTAINERS_LOST,
    CONTAINER_KILLED,
    CONTAINER_ENDED,
    CONTAINER_REMOVED,
    STRANGER_COMES,
    ORDERS_LOST,
    DISK_FULL,
    CONTAINER_UNWELL,
    JOURNAL_AWAY,
    ENTITY_MOVES,
    ENTITY_CRASHES,
    MACHINE_DEAD,
    MACHINE_ISOLATED,
    MACHINE_DOUBTED
  }

  private final World world;
  private final Dice dice;
  private final Strangers strangers;
  private final Map<Kind, Duration> pauses = new EnumMap<>(Kind.class);
  private boolean over;

  Chaos(World world, Dice dice) {
    this.world = world;
    this.dice = dice;
    this.strangers = new Strangers(world, dice.split());
    for (var kind : Kind.values()) {
      if (dice.chance(0.35)) pauses.put(kind, dice.seconds(15, 180));
    }
  }

  Strangers strangers() {
    return strangers;
  }

  void begin() {
    if (dice.chance(0.4)) world.journal().loseAnswers(dice.upTo(0.08));
    world.network().fate(Weather.drawn(dice.split()));
    if (dice.chance(0.7)) world.lookout().begin(dice.seconds(15, 60));
    world.story("faults", () -> pauses.keySet().toString());
    pauses.forEach(this::again);
  }

  private void again(Kind kind, Duration pause) {
    world
        .time()
        .after(
            dice.between(Duration.ofSeconds(1), pause.multipliedBy(2)),
            () -> {
              if (over) return;
              strike(kind);
              again(kind, pause);
            });
  }

  /// From now on nothing more goes wrong, and what did is mended.
  void end() {
    over = true;
    world.story("faults", () -> "are over");
    world.network().fate(Weather.CALM);
    world.network().heal();
    world.journal().away(false);
    world.journal().loseAnswers(0);
    strangers.leave();
    for (var machine : world.machines()) {
      machine.disk().full(false);
      machine.prober().spoil(0);
      machine.heal();
      machine.enlarge();
      world.lookout().trust(machine);
    }
    world.daemons().forEach(Daemon::thaw);
    world.daemons().forEach(Daemon::start);
  }

  private void strike(Kind kind) {
    var daemon = dice.pick(world.daemons());
    var machine = dice.pick(List.copyOf(world.machines()));
    switch (kind) {
      case DAEMON_DIES -> {
        daemon.die();
        later(dice.seconds(1, 60), daemon::start);
      }
      case DAEMON_FREEZES -> {
        daemon.freeze();
        later(dice.chance(0.5) ? dice.millis(100, 3000) : dice.seconds(3, 90), daemon::thaw);
      }
      case DAEMON_CUT_OFF -> cutOff(daemon, dice.seconds(1, 30));
      case POWER_FAILS -> powerOff(machine, 2, 90);
      case ENGINE_FAULTY -> faulty(machine);
      case EVENTS_LOST -> machine.cutEvents();
      case CONTAINERS_LOST -> loseContainers(machine);
      case CONTAINER_KILLED -> end(machine, "SIGKILL");
      case CONTAINER_ENDED -> end(machine, "SIGTERM");
      case CONTAINER_REMOVED -> one(machine).ifPresent(c -> remove(machine, c));
      case STRANGER_COMES -> strangers.come(machine);
      case ORDERS_LOST -> loseOrders(machine);
      case DISK_FULL -> fillDisk(machine);
      case CONTAINER_UNWELL -> spoil(machine);
      case JOURNAL_AWAY -> loseJournal();
      case ENTITY_MOVES -> shell().ifPresent(this::move);
      case ENTITY_CRASHES -> shell().ifPresent(this::crash);
      case MACHINE_DEAD -> powerOff(machine, 60, 300);
      case MACHINE_ISOLATED -> cutOff(machine.daemon(), dice.seconds(60, 300));
      case MACHINE_DOUBTED -> doubt(machine);
    }
  }

  private void powerOff(Machine machine, int least, int most) {
    machine.powerOff();
    later(dice.seconds(least, most), machine.daemon()::start);
  }

  private void doubt(Machine machine) {
    world.lookout().doubt(machine);
    later(dice.seconds(5, 60), () -> world.lookout().trust(machine));
  }

  private void cutOff(Daemon daemon, Duration time) {
    world.network().cutOff(daemon, dice.chance(0.3));
    later(time, () -> world.network().heal());
  }

  private void loseContainers(Machine machine) {
    world.story(machine.name(), () -> "loses its containers");
    ours(machine).forEach(c -> machine.outside().remove(c.id()));
  }

  private void remove(Machine machine, ContainerState container) {
    world.story(machine.name(), () -> "somebody removes " + Words.of(container));
    machine.outside().remove(container.id());
  }

  private void loseOrders(Machine machine) {
    machine.daemon().die();
    world.story(machine.name(), () -> "loses its orders");
    machine.disk().lose();
    later(dice.seconds(1, 20), machine.daemon()::start);
  }

  private void fillDisk(Machine machine) {
    world.story(machine.name(), () -> "has a full disk");
    machine.disk().full(true);
    later(dice.seconds(1, 60), () -> machine.disk().full(false));
  }

  private void spoil(Machine machine) {
    world.story(machine.name(), () -> "has containers that do not answer");
    machine.prober().spoil(dice.upTo(1));
    later(dice.seconds(1, 90), () -> machine.prober().spoil(0));
  }

  private void loseJournal() {
    world.story("journal", () -> "is away");
    world.journal().away(true);
    later(dice.seconds(1, 120), () -> world.journal().away(false));
  }

  private void move(Shell shell) {
    if (shell.leave()) world.region().move(shell.id());
  }

  private void crash(Shell shell) {
    world.story(shell.id().toString(), () -> "crashes");
    shell.crash();
    world.region().wake(shell.id());
  }

  private void later(Duration wait, Runnable mend) {
    world
        .time()
        .after(
            wait,
            () -> {
              if (!over) mend.run();
            });
  }

  private void faulty(Machine machine) {
    var fault = dice.pick(List.of(EngineFault.values()));
    world.story(machine.name(), () -> "engine: " + fault);
    machine.inflict(fault);
    later(
        dice.seconds(1, 60),
        () -> {
          world.story(machine.name(), () -> "engine is well again");
          machine.heal();
        });
  }

  private Optional<Shell> shell() {
    var all = new ArrayList<Shell>();
    world.daemons().stream().filter(Daemon::isUp).forEach(d -> all.addAll(d.shells()));
    return all.isEmpty() ? Optional.empty() : Optional.of(dice.pick(all));
  }

  private void end(Machine machine, String signal) {
    one(machine)
        .ifPresent(c -> {
          world.story(machine.name(), () -> "%s hits %s".formatted(signal, Words.of(c)));
          machine.outside().stop(c.id(), signal, Duration.ofSeconds(5));
        });
  }

  private Optional<ContainerState> one(Machine machine) {
    var running = ours(machine).stream().filter(ContainerState::isRunning).toList();
    return running.isEmpty() ? Optional.empty() : Optional.of(dice.pick(running));
  }

  private static List<ContainerState> ours(Machine machine) {
    return machine.containers(Map.of(Labels.CLUSTER, World.CLUSTER));
  }
}
