package io.helyos.simulator.world;

import io.helyos.model.agent.Order;
import io.helyos.model.port.ContainerRuntime;
import io.helyos.model.reconciliation.ContainerSpecs;
import io.helyos.model.reconciliation.Labels;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// The projects' networks on one machine, as far as its agent knows of them.
final class Networks {
  private final ContainerRuntime runtime;
  private final Set<String> known = new LinkedHashSet<>();
  private final Map<String, CompletionStage<Void>> leaving = new LinkedHashMap<>();

  Networks(ContainerRuntime runtime) {
    this.runtime = runtime;
  }

  CompletionStage<Void> enter(Order order) {
    var project = order.pod().project();
    var name = ContainerSpecs.projectNetwork(project);
    if (!ContainerSpecs.needsNetwork(order) || known.contains(name)) {
      return CompletableFuture.allOf();
    }
    // A removal that is under way would take away what is only found to be there.
    return leaving
        .getOrDefault(name, CompletableFuture.completedStage(null))
        .handle((_, _) -> name)
        .thenCompose(_ ->
            runtime.ensureNetwork(
                name, Map.of(Labels.CLUSTER, World.CLUSTER, Labels.PROJECT, project)))
        .thenRun(() -> known.add(name));
  }

  CompletionStage<Void> leave(String project) {
    var name = ContainerSpecs.projectNetwork(project);
    known.remove(name);
    var left = runtime.removeNetwork(name);
    leaving.put(name, left);
    return left;
  }

  /// It may be gone.
  void doubt(Order order) {
    known.remove(ContainerSpecs.projectNetwork(order.pod().project()));
  }

  /// After the engine was away, what it had may be gone.
  void forget() {
    known.clear();
  }
}
