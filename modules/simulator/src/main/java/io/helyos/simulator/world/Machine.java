package io.helyos.simulator.world;

import io.helyos.model.agent.Order;
import io.helyos.model.node.NodeFacts;
import io.helyos.model.port.ContainerRuntime;
import io.helyos.model.port.ContainerState;
import io.helyos.simulator.EngineFault;
import io.helyos.simulator.EngineSettings;
import io.helyos.simulator.SimulatedEngine;
import io.helyos.simulator.SimulatedRuntime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A machine: an engine, an order file, and the agent of the daemon that it belongs to. Engine and
/// file outlive the agent.
final class Machine {
  private final World world;
  private final String name;
  private final Daemon daemon;
  private final SimulatedEngine engine;
  private final SimulatedRuntime outside;
  private final Disk disk;
  private final Asking prober;
  private NodeFacts facts;
  private @Nullable Agent agent;
  private @Nullable EngineFault fault;

  Machine(
      World world,
      String name,
      Daemon daemon,
      EngineSettings settings,
      Disk disk,
      Asking prober,
      int pods) {
    this.world = world;
    this.name = name;
    this.daemon = daemon;
    this.engine = new SimulatedEngine(name, settings, world.time());
    this.outside = new SimulatedRuntime(engine);
    this.disk = disk;
    this.prober = prober;
    this.facts = facts(pods);
    daemon.machines().add(this);
  }

  private NodeFacts facts(int pods) {
    return new NodeFacts(
        "10.0.0." + name.substring(1), "amd64", "simulated", 8000, 16L << 30, 20_000, 20_040, pods);
  }

  String name() {
    return name;
  }

  Daemon daemon() {
    return daemon;
  }

  World world() {
    return world;
  }

  Disk disk() {
    return disk;
  }

  Asking prober() {
    return prober;
  }

  NodeFacts facts() {
    return facts;
  }

  /// The machine has grown.
  void enlarge() {
    facts = facts(NodeFacts.MAX_PODS);
  }

  /// What somebody at the machine itself sees and does: no fault is in the way.
  ContainerRuntime outside() {
    return outside;
  }

  List<ContainerState> containers(Map<String, String> labels) {
    return outside.list(labels).toCompletableFuture().join();
  }

  void startAgent() {
    var runtime = new SimulatedRuntime(engine);
    if (fault != null) runtime.inflict(fault);
    agent = new Agent(this, runtime, world.rules().orders().apply(disk));
  }

  void endAgent() {
    if (agent == null) return;
    agent.runtime().close();
    agent = null;
    disk.crash();
  }

  Optional<Agent> agent() {
    return Optional.ofNullable(agent);
  }

  void inflict(EngineFault next) {
    fault = next;
    if (agent != null) agent.runtime().inflict(next);
  }

  void heal() {
    fault = null;
    if (agent != null) agent.runtime().heal();
  }

  void cutEvents() {
    if (agent != null) agent.runtime().cutStreams();
  }

  /// The power fails: the daemon dies, and whatever runs on the engine with it.
  void powerOff() {
    world.story(name, () -> "loses power");
    daemon.die();
    engine.killAll();
  }

  /// A question arrives: do these containers all run?
  void look(Daemon from, List<String> containers, Consumer<Boolean> seen) {
    if (!world.network().passes(from, daemon)) return;
    daemon.in(
        daemon.life(), () -> agent().ifPresent(a -> a.hands().run(containers).thenAccept(seen)));
  }

  /// An order arrives at the agent.
  void order(Daemon from, Order order, Runnable saved) {
    if (!world.network().passes(from, daemon)) return;
    daemon.in(daemon.life(), () -> agent().ifPresent(a -> a.take(order, saved)));
  }
}
