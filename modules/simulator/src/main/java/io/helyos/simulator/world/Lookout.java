package io.helyos.simulator.world;

import io.helyos.model.EntityId;
import io.helyos.model.cluster.Cluster;
import io.helyos.model.cluster.ClusterCommand.Found;
import io.helyos.model.cluster.ClusterCommand.ReportSilence;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// Plays whoever watches over the machines: tells the cluster which of them have not been heard of,
/// and for how long. It may be wrong: what it says is no proof that a machine is dead. What comes
/// of it, cluster, nodes and pods decide.
final class Lookout {
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final World world;
  private final Map<String, Duration> silence = new LinkedHashMap<>();
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

  /// The machine is taken for silent, whatever is heard of it.
  void doubt(Machine machine) {
    doubted.add(machine.name());
  }

  void trust(Machine machine) {
    doubted.remove(machine.name());
  }

  /// Whether the cluster has given the machine up, or holds it back.
  boolean isLost(String machine) {
    return world.journal().state(EntityId.cluster()) instanceof Cluster.Founded cluster
        && cluster.losses().has(machine);
  }

  /// Silence counts only while somebody is there to listen.
  private void look(Duration patience) {
    var watcher = world.daemons().stream().filter(this::canListen).findFirst();
    if (watcher.isEmpty()) {
      silence.clear();
      return;
    }
    var silent = new HashMap<String, Duration>();
    var heard = new HashSet<String>();
    for (var machine : world.machines()) {
      listen(watcher.get(), machine, patience);
      var name = machine.name();
      if (silence.containsKey(name)) silent.put(name, silence.get(name));
      else heard.add(name);
    }
    report(watcher.get(), new ReportSilence(silent, heard, patience));
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
    if (doubted.contains(name)) silence.put(name, patience.multipliedBy(2));
    else if (speaks) silence.remove(name);
    else silence.merge(name, EVERY, Duration::plus);
  }

  private void report(Daemon watcher, ReportSilence report) {
    var known = watcher.view().cluster().map(row -> row.state());
    if (known.isEmpty()) {
      ask(watcher, new Found(World.CLUSTER));
    } else if (known.get() instanceof Cluster.Founded cluster
        && report.isNewsTo(cluster.losses())) {
      world.story("lookout", () -> "has not heard of %s".formatted(report.silent().keySet()));
      ask(watcher, report);
    }
  }

  private void ask(Daemon watcher, Object command) {
    var request = Request.of(world.nextChange("lookout"));
    watcher.post().ask("lookout", EntityId.cluster(), command, request, _ -> {});
  }
}
