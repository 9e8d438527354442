package io.helyos.orchestrator.agent;

import io.helyos.model.node.NodeFacts;
import io.helyos.model.port.EngineDescription;
import java.time.InstantSource;
import java.util.Map;

/// Where an agent works.
///
/// @param address where the node's published ports are reached
/// @param firstPort and lastPort bound the host ports that the node grants
/// @param listed run each time the engine has been listed and compared with
/// @param lanes most containers that are created and started at once
public record Site(
    String node,
    String cluster,
    String address,
    Map<String, String> labels,
    int firstPort,
    int lastPort,
    int maxPods,
    int lanes,
    InstantSource clock,
    Runnable listed) {
  /// As many engine calls at once as keep a small machine busy without a queue in the engine.
  public static final int LANES = 8;

  /// The same place, with one more listener to its lists.
  public Site listening(Runnable also) {
    Runnable both =
        () -> {
          listed.run();
          also.run();
        };
    return new Site(
        node, cluster, address, labels, firstPort, lastPort, maxPods, lanes, clock, both);
  }

  NodeFacts facts(EngineDescription engine) {
    return new NodeFacts(
        address,
        engine.architecture(),
        engine.version(),
        engine.cpus() * 1000L,
        engine.memoryBytes(),
        firstPort,
        lastPort,
        maxPods);
  }
}
