package io.helyos.simulator;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The engines of many machines in one process: nodes `sim-1` to `sim-N`.
///
/// @param engines by node name, in the order of their numbers
public record SimulatedFleet(Map<String, SimulatedEngine> engines) {
  public SimulatedFleet {
    engines = Collections.unmodifiableMap(new LinkedHashMap<>(engines));
  }

  /// Equal engines, except that each has a seed of its own.
  public static SimulatedFleet of(int nodes, EngineSettings settings, Timeline timeline) {
    if (nodes < 1) {
      throw new IllegalArgumentException("expected one node or more, found " + nodes);
    }
    var engines = new LinkedHashMap<String, SimulatedEngine>();
    for (var number = 1; number <= nodes; number++) {
      var name = "sim-" + number;
      var own = settings.withFailures(settings.failureRate(), settings.seed() + number);
      engines.put(name, new SimulatedEngine(name, own, timeline));
    }
    return new SimulatedFleet(engines);
  }

  /// A client for each engine, by node name.
  public Map<String, SimulatedRuntime> runtimes() {
    var runtimes = new LinkedHashMap<String, SimulatedRuntime>();
    engines.forEach((name, engine) -> runtimes.put(name, new SimulatedRuntime(engine)));
    return Collections.unmodifiableMap(runtimes);
  }

  /// All containers of all nodes.
  public int size() {
    return engines.values().stream().mapToInt(SimulatedEngine::size).sum();
  }
}
