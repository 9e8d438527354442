package io.helyos.orchestrator.agent;

import io.helyos.model.agent.Order;
import io.helyos.model.desk.Failures;
import io.helyos.model.desk.StepOutcome;
import io.helyos.model.desk.StepOutcome.Begun;
import io.helyos.model.desk.StepOutcome.CannotStart;
import io.helyos.model.desk.StepOutcome.Known;
import io.helyos.model.desk.StepOutcome.NeedsImage;
import io.helyos.model.desk.StepOutcome.NoEngine;
import io.helyos.model.desk.StepOutcome.Unclear;
import io.helyos.model.desk.StepOutcome.Vanished;
import io.helyos.model.pod.StartFailure;
import io.helyos.model.port.ContainerRuntime;
import io.helyos.model.port.ContainerSpec;
import io.helyos.model.port.ContainerState;
import io.helyos.model.port.ContainerState.Phase;
import io.helyos.model.port.RuntimeFailure;
import io.helyos.model.reconciliation.ContainerSpecs;
import io.helyos.model.reconciliation.Labels;
import io.helyos.model.reconciliation.Step;
import io.helyos.model.template.PullPolicy;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The calls that a step takes, in their order. Each ends in an outcome, never in an exception.
final class Engine {
  private final ContainerRuntime runtime;
  private final Images images;
  private final Farewell farewell;
  private final String cluster;
  private final String node;
  private final InstantSource clock;
  private final Set<String> networks = ConcurrentHashMap.newKeySet();
  private final Map<String, CompletionStage<Void>> leaving = new ConcurrentHashMap<>();

  Engine(ContainerRuntime runtime, Images images, Site site) {
    this.runtime = runtime;
    this.images = images;
    this.farewell = new Farewell(runtime, site.clock());
    this.cluster = site.cluster();
    this.node = site.node();
    this.clock = site.clock();
  }

  /// Two calls, create and start, when the image and the network are there.
  ///
  /// @param fetched whether the image was fetched for this order: if it is missing still, it cannot
  ///   be had
  CompletionStage<StepOutcome> bringUp(Order order, boolean fetched) {
    if (order.template().pull() == PullPolicy.ALWAYS && !fetched) return done(new NeedsImage());
    var spec = ContainerSpecs.of(order, cluster, node);
    return network(order)
        .thenCompose(_ -> runtime.create(spec))
        .thenCompose(id -> begun(id).thenApply(_ -> (StepOutcome) started(id, spec)))
        .exceptionallyCompose(failure ->
            kind(failure) == RuntimeFailure.Kind.IMAGE_MISSING && !fetched
                ? done(new NeedsImage())
                : understand(failure, order));
  }

  /// Fetches the image of an order; completes with the failure, if there is one. May take long, and
  /// holds no lane.
  CompletionStage<Optional<CannotStart>> fetch(Order order) {
    return images
        .fetch(order.template().image(), order.template().pull())
        .handle((_, failure) ->
            failure == null
                ? Optional.empty()
                : Optional.of(cannot(StartFailure.IMAGE, message(failure))));
  }

  CompletionStage<StepOutcome> start(Order order, ContainerState container) {
    return network(order)
        .thenCompose(_ -> begun(container.id()))
        .thenApply(_ -> (StepOutcome) new Begun(container))
        .exceptionallyCompose(failure -> understand(failure, order));
  }

  CompletionStage<StepOutcome> stop(Order order, ContainerState container) {
    return farewell
        .to(container, order.template().stop())
        .thenCompose(_ -> runtime.remove(container.id()))
        .handle((_, failure) -> takenDown(container, failure));
  }

  /// Stops a container that is kept for its log.
  CompletionStage<StepOutcome> halt(Order order, ContainerState container) {
    return farewell
        .to(container, order.template().stop())
        .thenCompose(_ -> runtime.inspect(container.id()))
        .handle((found, failure) ->
            failure == null
                ? found
                    .<StepOutcome>map(StepOutcome.Halted::new)
                    .orElseGet(() -> new Vanished(container.id()))
                : takenDown(container, failure));
  }

  /// Gives the name of the pod free.
  CompletionStage<StepOutcome> setAside(Step.SetAside aside) {
    var container = aside.container();
    return runtime
        .rename(container.id(), aside.name())
        .thenApply(_ -> (StepOutcome) new StepOutcome.Renamed(container, aside.name()))
        .exceptionallyCompose(failure ->
            kind(failure) == RuntimeFailure.Kind.NAME_TAKEN && !aside.untold()
                ? remove(container)
                : done(takenDown(container, failure)));
  }

  CompletionStage<StepOutcome> remove(ContainerState container) {
    return runtime.remove(container.id()).handle((_, failure) -> takenDown(container, failure));
  }

  private static StepOutcome takenDown(ContainerState container, @Nullable Throwable failure) {
    return failure == null
        ? new Vanished(container.id())
        : Failures.ofTakingDown(container, kind(failure), message(failure));
  }

  /// Drops the project's network when no pod of it is left on this machine.
  CompletionStage<Void> leave(String project) {
    var name = ContainerSpecs.projectNetwork(project);
    networks.remove(name);
    var left = runtime.removeNetwork(name);
    leaving.put(name, left);
    return left;
  }

  /// After the engine was away, what it had may be gone.
  void forgetNetworks() {
    networks.clear();
  }

  private CompletionStage<Void> network(Order order) {
    var name = ContainerSpecs.projectNetwork(order.pod().project());
    if (!ContainerSpecs.needsNetwork(order) || networks.contains(name)) {
      return CompletableFuture.completedFuture(null);
    }
    // A removal that is under way would take away what is only found to be there.
    return leaving
        .getOrDefault(name, CompletableFuture.completedStage(null))
        .handle((_, _) -> name)
        .thenCompose(_ ->
            runtime.ensureNetwork(
                name, Map.of(Labels.CLUSTER, cluster, Labels.PROJECT, order.pod().project())))
        .thenRun(() -> networks.add(name));
  }

  /// What is known of a container that was just started; the engine's event brings the instant.
  private static Begun started(String id, ContainerSpec spec) {
    return new Begun(
        new ContainerState(
            id,
            spec.name(),
            spec.image(),
            spec.labels(),
            Phase.CREATED,
            0,
            false,
            Optional.empty(),
            Optional.empty(),
            "",
            spec.ports(),
            ""));
  }

  private CompletionStage<Void> begun(String id) {
    return runtime
        .start(id)
        .exceptionallyCompose(failure ->
            Failures.isFinal(kind(failure))
                ? runtime
                    .remove(id)
                    .handle((_, _) -> null)
                    .thenCompose(_ -> CompletableFuture.failedStage(failure))
                : CompletableFuture.failedStage(failure));
  }

  private CompletionStage<StepOutcome> understand(Throwable failure, Order order) {
    var message = message(failure);
    // It may be the network that somebody removed.
    networks.remove(ContainerSpecs.projectNetwork(order.pod().project()));
    return Failures.ofStarting(kind(failure), message, clock.instant())
        .map(Engine::done)
        .orElseGet(() ->
            kind(failure) == RuntimeFailure.Kind.NAME_TAKEN
                ? whoHasTheName(order)
                : engineError(message));
  }

  /// An engine that is going down fails in strange words: only one that still answers means it.
  private CompletionStage<StepOutcome> engineError(String message) {
    return runtime
        .describe()
        .handle((_, away) ->
            away == null ? cannot(StartFailure.ENGINE, message) : new NoEngine(message));
  }

  /// Our own container from a call whose answer was lost, or somebody else's.
  private CompletionStage<StepOutcome> whoHasTheName(Order order) {
    return runtime
        .inspect(order.seat().containerName())
        .handle((found, failure) -> {
          if (failure != null || found == null) return new Unclear("the name is taken");
          if (found.isEmpty()) return new Unclear("the name was taken a moment ago");
          return Labels.areOurs(found.get(), cluster, node)
              ? new Known(found.get())
              : cannot(StartFailure.NAME_TAKEN, foreign(order));
        });
  }

  private CannotStart cannot(StartFailure failure, String message) {
    return new CannotStart(failure, message, clock.instant());
  }

  private static String foreign(Order order) {
    return ("A container that is not ours has the name %s. Rename or remove it; Helyos does not touch"
            + " it.")
        .formatted(order.seat().containerName());
  }

  private static CompletionStage<StepOutcome> done(StepOutcome outcome) {
    return CompletableFuture.completedFuture(outcome);
  }

  static RuntimeFailure.Kind kind(Throwable failure) {
    return root(failure) instanceof RuntimeFailure known
        ? known.kind()
        : RuntimeFailure.Kind.ENGINE_ERROR;
  }

  static String message(Throwable failure) {
    var text = root(failure).getMessage();
    return text == null ? root(failure).getClass().getSimpleName() : text;
  }

  private static Throwable root(Throwable failure) {
    var cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }

  CompletionStage<List<ContainerState>> list() {
    return runtime.list(Map.of(Labels.CLUSTER, cluster, Labels.NODE, node));
  }
}
