package io.helyos.model.reconciliation;

import io.helyos.model.agent.Order;
import io.helyos.model.agent.Order.Want;
import io.helyos.model.port.ContainerState;
import java.util.Collection;
import java.util.Optional;

/// From one order and the containers of its pod to the next step. Called again after each step, so
/// a crash between any two of them only repeats what had not happened.
public final class Reconciliation {
  private Reconciliation() {}

  /// The next step.
  ///
  /// @param containers of this pod, by labels, as last seen on the engine
  /// @param told the container of which the pod already knows that it runs, if any
  public static Step next(
      Order order, Collection<ContainerState> containers, Optional<String> told) {
    return switch (order.want()) {
      case GONE -> vacate(order, containers);
      case RUNNING -> run(order, containers, told);
      case ENDED -> clean(order, containers).orElseGet(Step.Rest::new);
    };
  }

  private static Step vacate(Order order, Collection<ContainerState> containers) {
    return containers.stream()
        .filter(c -> incarnation(c) <= order.incarnation())
        .findFirst()
        .map(Reconciliation::takeDown)
        .orElseGet(Step.TellGone::new);
  }

  private static Step run(
      Order order, Collection<ContainerState> containers, Optional<String> told) {
    return clean(order, containers)
        .orElseGet(() ->
            containers.stream()
                .filter(c -> isOf(c, order))
                .findFirst()
                .map(c -> lookAfter(c, told))
                .orElseGet(Step.BringUp::new));
  }

  /// Whatever carries this pod's labels and is not what was ordered has to go first: it has the
  /// name.
  private static Optional<Step> clean(Order order, Collection<ContainerState> containers) {
    return containers.stream()
        .filter(c -> !isOf(c, order))
        .findFirst()
        .map(Reconciliation::takeDown);
  }

  private static Step lookAfter(ContainerState container, Optional<String> told) {
    return switch (container.phase()) {
      case CREATED -> new Step.Start(container);
      case RUNNING, PAUSED ->
          told.filter(container.id()::equals).isPresent()
              ? new Step.Rest()
              : new Step.TellStarted(container);
      case EXITED, DEAD -> new Step.TellExited(container);
    };
  }

  private static Step takeDown(ContainerState container) {
    return container.isRunning() ? new Step.Stop(container) : new Step.Remove(container);
  }

  private static boolean isOf(ContainerState container, Order order) {
    return Labels.identity(container.labels()).filter(id -> id.isOf(order)).isPresent();
  }

  private static long incarnation(ContainerState container) {
    return Labels.identity(container.labels())
        .map(Labels.Identity::incarnation)
        .orElse(Long.MAX_VALUE);
  }

  /// Whether an order takes the place of another one for the same pod: never backwards in
  /// incarnation or attempt, and an end is final within its incarnation.
  public static boolean supersedes(Order next, Order current) {
    if (next.incarnation() != current.incarnation()) {
      return next.incarnation() > current.incarnation();
    }
    if (current.want() == Want.GONE) return false;
    return next.want() == Want.GONE || next.attempt() > current.attempt();
  }
}
