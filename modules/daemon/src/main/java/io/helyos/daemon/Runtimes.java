package io.helyos.daemon;

import io.helyos.daemon.crash.PointedOrders;
import io.helyos.daemon.crash.PointedRuntime;
import io.helyos.docker.DockerRuntime;
import io.helyos.docker.DockerSettings;
import io.helyos.model.node.NodeFacts;
import io.helyos.model.port.CrashPoints;
import io.helyos.model.port.OutsideCall;
import io.helyos.orchestrator.agent.Site;
import io.helyos.orchestrator.core.Core;
import io.helyos.orchestrator.probe.NetworkProber;
import io.helyos.persistence.orders.FileOrderStore;
import io.helyos.simulator.EngineSettings;
import io.helyos.simulator.SimulatedFleet;
import io.helyos.simulator.SimulatedOrders;
import io.helyos.simulator.Timeline;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The engines that a daemon commands: the machine's own, or simulated ones.
final class Runtimes implements AutoCloseable {
  private static final Pattern SIMULATED = Pattern.compile("simulated(?::([1-9][0-9]{0,3}))?");

  private static final Logger LOG = LoggerFactory.getLogger(Runtimes.class);

  private final List<AutoCloseable> open = new ArrayList<>();
  private final CrashPoints points;

  Runtimes(CrashPoints points) {
    this.points = points;
  }

  /// How many nodes to simulate; 0 for a real engine.
  static int simulatedNodes(String runtime) {
    if (runtime.equals("docker")) return 0;
    var simulated = SIMULATED.matcher(runtime);
    if (!simulated.matches()) {
      throw new StartFailure(
          "Expected --runtime docker, simulated or simulated:NODES, found %s.".formatted(runtime));
    }
    return simulated.group(1) == null ? 1 : Integer.parseInt(simulated.group(1));
  }

  /// Puts an agent to work on each engine.
  void attach(Core core, String cluster, DaemonSettings settings) {
    if (settings.simulatedNodes() == 0) {
      attachDocker(core, cluster, settings);
    } else {
      attachFleet(core, cluster, settings);
    }
  }

  private void attachDocker(Core core, String cluster, DaemonSettings settings) {
    var engine =
        DockerSettings.of(settings.dockerHost()).withProtectedPaths(List.of(settings.dataDir()));
    var file = settings.dataDir().resolve("orders.db");
    attach(
        core,
        new PointedRuntime(DockerRuntime.connect(engine), points),
        points.during(
            OutsideCall.OPEN_ORDERS, () -> new PointedOrders(FileOrderStore.open(file), points)),
        site(settings.name(), cluster, settings));
  }

  private void attachFleet(Core core, String cluster, DaemonSettings settings) {
    var scheduler =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("simulated-time").daemon().factory());
    open.add(scheduler::shutdownNow);
    var fleet =
        SimulatedFleet.of(
            settings.simulatedNodes(),
            EngineSettings.DEFAULT,
            Timeline.of(InstantSource.system(), scheduler));
    fleet
        .runtimes()
        .forEach((node, runtime) ->
            attach(
                core,
                new PointedRuntime(runtime, points),
                new PointedOrders(new SimulatedOrders(), points),
                site(name(node, settings), cluster, settings)));
  }

  /// Asks for the types that pass crash points: an agent never gets a bare engine.
  private void attach(Core core, PointedRuntime runtime, PointedOrders orders, Site site) {
    open.add(orders);
    var prober = new NetworkProber(runtime);
    open.add(prober);
    open.add(runtime);
    core.addAgent(runtime, orders, prober, site);
  }

  /// In a cluster each daemon has simulated nodes of its own.
  private static String name(String simulated, DaemonSettings settings) {
    return settings.cluster().isOpen() ? settings.name() + "-" + simulated : simulated;
  }

  private static Site site(String node, String cluster, DaemonSettings settings) {
    return new Site(
        node,
        cluster,
        settings.cluster().advertised(),
        settings.labels(),
        NodeFacts.FIRST_PORT,
        NodeFacts.LAST_PORT,
        NodeFacts.MAX_PODS,
        Site.LANES,
        InstantSource.system(),
        () -> {});
  }

  @Override
  public void close() {
    for (var one : open) {
      try {
        one.close();
      } catch (Exception e) {
        LOG.warn("An engine was not closed: {}", e.toString());
      }
    }
  }
}
