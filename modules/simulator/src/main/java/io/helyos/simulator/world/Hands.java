package io.helyos.simulator.world;

import io.helyos.model.agent.Order;
import io.helyos.model.desk.Failures;
import io.helyos.model.desk.News;
import io.helyos.model.desk.Reports;
import io.helyos.model.desk.StepOutcome;
import io.helyos.model.desk.StepOutcome.CannotStart;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.pod.StartFailure;
import io.helyos.model.port.ContainerRuntime;
import io.helyos.model.port.ContainerSpec;
import io.helyos.model.port.ContainerState;
import io.helyos.model.port.ContainerState.Phase;
import io.helyos.model.port.RuntimeFailure;
import io.helyos.model.reconciliation.ContainerSpecs;
import io.helyos.model.reconciliation.Labels;
import io.helyos.model.reconciliation.Step;
import io.helyos.model.template.NetworkMode;
import io.helyos.model.template.PullPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/// The engine calls that a step or a report takes. Each ends in an outcome, never in an exception.
final class Hands {
  private final Machine machine;
  private final ContainerRuntime runtime;
  private final Networks networks;

  Hands(Machine machine, ContainerRuntime runtime) {
    this.machine = machine;
    this.runtime = runtime;
    this.networks = new Networks(runtime);
  }

  Networks networks() {
    return networks;
  }

  CompletionStage<StepOutcome> take(Order order, Step step, boolean fetched) {
    return switch (step) {
      case Step.Rest() -> done(new StepOutcome.Unclear("nothing to do"));
      case Step.BringUp() -> bringUp(order, fetched);
      case Step.Start(var container) -> start(order, container);
      case Step.Stop(var container) -> stop(order, container);
      case Step.Remove(var container) -> remove(container);
      case Step.SetAside aside -> setAside(aside);
      case Step.Halt(var container) -> halt(order, container);
    };
  }

  private CompletionStage<StepOutcome> bringUp(Order order, boolean fetched) {
    if (order.template().pull() == PullPolicy.ALWAYS && !fetched) {
      return done(new StepOutcome.NeedsImage());
    }
    var spec = ContainerSpecs.of(order, World.CLUSTER, machine.name());
    return networks
        .enter(order)
        .thenCompose(_ -> runtime.create(spec))
        .thenCompose(id -> begun(id).thenApply(_ -> started(id, spec)))
        .exceptionallyCompose(failure ->
            kind(failure) == RuntimeFailure.Kind.IMAGE_MISSING && !fetched
                ? done(new StepOutcome.NeedsImage())
                : understand(failure, order));
  }

  /// The engine's event brings the instant.
  private static StepOutcome started(String id, ContainerSpec spec) {
    return new StepOutcome.Begun(
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
                    .handle((_, _) -> id)
                    .thenCompose(_ -> CompletableFuture.failedStage(failure))
                : CompletableFuture.failedStage(failure));
  }

  /// Completes with the failure, if there is one.
  CompletionStage<Optional<CannotStart>> fetch(Order order) {
    return runtime
        .pull(order.template().image(), order.template().pull())
        .handle((_, failure) ->
            failure == null
                ? Optional.empty()
                : Optional.of(cannot(StartFailure.IMAGE, message(failure))));
  }

  private CompletionStage<StepOutcome> start(Order order, ContainerState container) {
    return networks
        .enter(order)
        .thenCompose(_ -> begun(container.id()))
        .thenApply(_ -> (StepOutcome) new StepOutcome.Begun(container))
        .exceptionallyCompose(failure -> understand(failure, order));
  }

  private CompletionStage<StepOutcome> setAside(Step.SetAside aside) {
    var container = aside.container();
    return runtime
        .rename(container.id(), aside.name())
        .thenApply(_ -> (StepOutcome) new StepOutcome.Renamed(container, aside.name()))
        .exceptionallyCompose(failure ->
            kind(failure) == RuntimeFailure.Kind.NAME_TAKEN && !aside.untold()
                ? remove(container)
                : done(takenDown(container, failure)));
  }

  private CompletionStage<StepOutcome> stop(Order order, ContainerState container) {
    return farewell(order, container)
        .thenCompose(_ -> runtime.remove(container.id()))
        .handle((_, failure) ->
            failure == null
                ? new StepOutcome.Vanished(container.id())
                : takenDown(container, failure));
  }

  private CompletionStage<Void> farewell(Order order, ContainerState container) {
    var policy = order.template().stop();
    var begun = machine.daemon().now();
    var before =
        policy.preStop().isEmpty()
            ? CompletableFuture.completedStage(policy)
            : runtime
                .exec(container.id(), policy.preStop(), policy.grace())
                .handle((_, _) -> policy);
    return before.thenCompose(_ -> {
      var grace = policy.graceAfter(Duration.between(begun, machine.daemon().now()));
      return runtime.stop(container.id(), policy.signal(), grace);
    });
  }

  private CompletionStage<StepOutcome> halt(Order order, ContainerState container) {
    return farewell(order, container)
        .thenCompose(_ -> runtime.inspect(container.id()))
        .handle((seen, failure) ->
            failure != null || seen == null
                ? takenDown(container, failure == null ? new IllegalStateException() : failure)
                : seen.<StepOutcome>map(StepOutcome.Halted::new)
                    .orElseGet(() -> new StepOutcome.Vanished(container.id())));
  }

  private CompletionStage<StepOutcome> remove(ContainerState container) {
    return runtime
        .remove(container.id())
        .handle((_, failure) ->
            failure == null
                ? new StepOutcome.Vanished(container.id())
                : takenDown(container, failure));
  }

  private static StepOutcome takenDown(ContainerState container, Throwable failure) {
    return Failures.ofTakingDown(container, kind(failure), message(failure));
  }

  private CompletionStage<StepOutcome> understand(Throwable failure, Order order) {
    var message = message(failure);
    networks.doubt(order);
    return Failures.ofStarting(kind(failure), message, machine.daemon().now())
        .map(Hands::done)
        .orElseGet(() ->
            kind(failure) == RuntimeFailure.Kind.NAME_TAKEN
                ? whoHasTheName(order)
                : engineError(message));
  }

  /// Only an engine that still answers means what it says.
  private CompletionStage<StepOutcome> engineError(String message) {
    return runtime
        .describe()
        .handle((_, away) ->
            away == null
                ? cannot(StartFailure.ENGINE, message)
                : new StepOutcome.NoEngine(message));
  }

  private CompletionStage<StepOutcome> whoHasTheName(Order order) {
    return runtime
        .inspect(order.seat().containerName())
        .handle((found, failure) -> {
          if (failure != null || found == null || found.isEmpty()) {
            return new StepOutcome.Unclear("the name is taken");
          }
          return Labels.areOurs(found.get(), World.CLUSTER, machine.name())
              ? new StepOutcome.Known(found.get())
              : cannot(StartFailure.NAME_TAKEN, "The name is a stranger's.");
        });
  }

  private CannotStart cannot(StartFailure kind, String message) {
    return new CannotStart(kind, message, machine.daemon().now());
  }

  /// Puts news into words, with what the engine shows of it.
  CompletionStage<PodCommand> report(Order order, News news, Instant now) {
    return switch (news) {
      case News.Started(var container) ->
          address(order, container)
              .thenApply(seen -> Reports.started(order, seen, container, "", now));
      case News.Ended ended ->
          look(ended.container())
              .thenApply(seen -> Reports.exited(order, seen, ended, List.of(), now));
      case News.Missed _, News.NotStarted _, News.Changed _, News.Gone _ ->
          CompletableFuture.completedFuture(
              Reports.plain(order, news, machine.name(), now).orElseThrow());
    };
  }

  private CompletionStage<ContainerState> address(Order order, ContainerState container) {
    var hasAddress = order.template().network() != NetworkMode.BRIDGE || !container.ip().isEmpty();
    return hasAddress && container.startedAt().isPresent()
        ? CompletableFuture.completedStage(container)
        : look(container);
  }

  /// Whether these containers all run.
  CompletionStage<Boolean> run(List<String> containers) {
    CompletionStage<Boolean> all = CompletableFuture.completedStage(true);
    for (var container : containers) {
      var runs =
          runtime
              .inspect(container)
              .thenApply(seen -> seen.filter(ContainerState::isRunning).isPresent());
      all = all.thenCombine(runs, (one, other) -> one && other);
    }
    return all;
  }

  private CompletionStage<ContainerState> look(ContainerState known) {
    return runtime
        .inspect(known.id())
        .handle((seen, failure) -> failure != null || seen == null ? known : seen.orElse(known));
  }

  private static CompletionStage<StepOutcome> done(StepOutcome outcome) {
    return CompletableFuture.completedFuture(outcome);
  }

  private static RuntimeFailure.Kind kind(Throwable failure) {
    return root(failure) instanceof RuntimeFailure known
        ? known.kind()
        : RuntimeFailure.Kind.ENGINE_ERROR;
  }

  private static String message(Throwable failure) {
    return String.valueOf(root(failure).getMessage());
  }

  private static Throwable root(Throwable failure) {
    var cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }
}
