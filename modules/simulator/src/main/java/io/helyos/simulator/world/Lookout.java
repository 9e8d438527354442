package io.helyos.simulator.world;

import io.helyos.model.pod.Life;
import io.helyos.model.pod.Placement;
import io.helyos.model.pod.Pod;
import io.helyos.model.pod.PodCommand.GiveUpNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Plays whoever watches over the machines: one that has not been heard of for long is declared
/// lost, and each pod that is placed there is told so, until the machine is heard of again. It may
/// be wrong: what it says is no proof that a machine is dead.
final class Lookout {
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final World world;
  private final Map<String, Duration> silence = new LinkedHashMap<>();
  private final Map<String, String> lost = new LinkedHashMap<>();
  private final Set<String> doubted = new LinkedHashSet<>();

  Lookout(World world) {
    this.world = world;
  }

  /// @param patience after which a silent machine is lost
  void begin(Duration patience) {
    world
        .time()
        .after(
            EVERY,
            () -> {
              look(patience);
              begin(patience);
            });
  }

  /// The machine is taken for lost, whatever is heard of it.
  void doubt(Machine machine) {
    doubted.add(machine.name());
  }

  void trust(Machine machine) {
    doubted.remove(machine.name());
  }

  boolean isLost(String machine) {
    return lost.containsKey(machine);
  }

  /// The machines that are lost now.
  Set<String> lost() {
    return lost.keySet();
  }

  /// Silence counts only while somebody is there to listen.
  private void look(Duration patience) {
    var watcher = world.daemons().stream().filter(this::canListen).findFirst();
    if (watcher.isEmpty()) {
      silence.clear();
      return;
    }
    for (var machine : world.machines()) listen(watcher.get(), machine, patience);
    lost.forEach((name, change) -> giveUp(watcher.get(), name, change));
  }

  private boolean canListen(Daemon daemon) {
    return daemon.isUp() && !daemon.isAlone() && daemon.seesJournal();
  }

  private void listen(Daemon watcher, Machine machine, Duration patience) {
    var name = machine.name();
    var speaks =
        machine.daemon().isUp()
            && machine.agent().isPresent()
            && world.network().passes(watcher, machine.daemon());
    if (speaks) silence.remove(name);
    else silence.merge(name, EVERY, Duration::plus);
    var silent = silence.getOrDefault(name, Duration.ZERO);
    if (silent.compareTo(patience) > 0 || doubted.contains(name)) {
      declare(name);
    } else if (speaks && lost.remove(name) != null) {
      world.story("lookout", () -> "hears of %s again".formatted(name));
    }
  }

  private void declare(String name) {
    if (isLost(name)) return;
    lost.put(name, world.nextChange("lost-" + name));
    world.story("lookout", () -> "declares %s lost".formatted(name));
  }

  /// What the pods make of it is theirs to decide.
  private void giveUp(Daemon watcher, String name, String change) {
    var request = new Request(change, "", "", Instant.EPOCH);
    for (var row : watcher.view().pods()) {
      incarnationAt(row.state(), name)
          .ifPresent(incarnation ->
              watcher
                  .post()
                  .ask("lookout", row.id(), new GiveUpNode(incarnation, name), request, _ -> {}));
    }
  }

  private static Optional<Long> incarnationAt(Pod pod, String node) {
    return pod.placed().map(Placement::node).filter(node::equals).isPresent()
        ? pod.lived().map(Life::incarnation)
        : Optional.empty();
  }
}
