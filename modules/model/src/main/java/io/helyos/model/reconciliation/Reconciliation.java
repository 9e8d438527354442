package io.helyos.model.reconciliation;

import io.helyos.model.agent.Order;
import io.helyos.model.agent.Order.Want;
import io.helyos.model.port.ContainerState;
import io.helyos.model.port.ContainerState.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// From one order and the containers of its pod to the next step. Called again after each step, so
/// a crash between any two of them only repeats what had not happened.
public final class Reconciliation {
  /// So long a dead container of an earlier start is kept beside the newest dead one.
  private static final Duration KEPT = Duration.ofSeconds(60);

  private Reconciliation() {}

  /// The next step.
  ///
  /// @param containers of this pod, by labels, as last seen on the engine
  public static Step next(Order order, Collection<ContainerState> containers, Instant now) {
    // A later start than was ordered becomes the order first.
    if (latestAhead(order, containers).isPresent()) return new Step.Rest();
    return switch (order.want()) {
      case GONE -> vacate(order, containers, now);
      case RUNNING -> run(order, containers, now);
      case ENDED ->
          halt(order, containers)
              .or(() -> clear(order, containers))
              .or(() -> collect(order, containers, now))
              .orElseGet(Step.Rest::new);
    };
  }

  /// The container of the present start, if there is one.
  public static Optional<ContainerState> own(Order order, Collection<ContainerState> containers) {
    return containers.stream().filter(c -> isOf(c, order)).findFirst();
  }

  /// The latest start of the ordered incarnation, if that is later than the order.
  public static Optional<Integer> latestAhead(Order order, Collection<ContainerState> containers) {
    return order.want() == Want.GONE
        ? Optional.empty()
        : containers.stream()
            .filter(c -> incarnation(c) == order.incarnation() && attempt(c) > order.attempt())
            .map(Reconciliation::attempt)
            .max(Comparator.naturalOrder());
  }

  /// Whether nothing is left of what an order has ended.
  public static boolean isVacated(Order order, Collection<ContainerState> containers) {
    return order.want() == Want.GONE && doomed(order, containers).findFirst().isEmpty();
  }

  private static Step vacate(Order order, Collection<ContainerState> containers, Instant now) {
    return doomed(order, containers)
        .filter(c -> !Draining.holds(order, c, now))
        .findFirst()
        .map(Reconciliation::takeDown)
        .orElseGet(Step.Rest::new);
  }

  private static Stream<ContainerState> doomed(Order order, Collection<ContainerState> containers) {
    return containers.stream().filter(c -> incarnation(c) <= order.incarnation());
  }

  private static Step run(Order order, Collection<ContainerState> containers, Instant now) {
    return clear(order, containers)
        .or(() -> setAside(order, containers))
        .orElseGet(() ->
            own(order, containers)
                .map(c -> lookAfter(order, c).or(() -> collect(order, containers, now)))
                .orElseGet(() -> Optional.of(new Step.BringUp()))
                .orElseGet(Step.Rest::new));
  }

  /// What has ended is over, also when somebody starts it again by hand.
  private static Optional<Step> halt(Order order, Collection<ContainerState> containers) {
    return own(order, containers).filter(ContainerState::isRunning).map(Step.Halt::new);
  }

  /// Whatever runs under this pod's labels and is not what was ordered has to go first, and so has
  /// what is left of another incarnation: it has the name.
  private static Optional<Step> clear(Order order, Collection<ContainerState> containers) {
    return containers.stream()
        .filter(c -> !isOf(c, order) && !isRemains(c, order))
        .findFirst()
        .map(Reconciliation::takeDown);
  }

  /// The remains of earlier starts give up the pod's name.
  private static Optional<Step> setAside(Order order, Collection<ContainerState> containers) {
    return remains(order, containers).stream()
        .filter(c -> !c.name().equals(nameAside(c)))
        .findFirst()
        .map(c -> new Step.SetAside(c, nameAside(c), false));
  }

  /// The newest remains are kept for their log, older ones only for a while.
  private static Optional<Step> collect(
      Order order, Collection<ContainerState> containers, Instant now) {
    return remains(order, containers).stream()
        .skip(1)
        .filter(c -> c.finishedAt().filter(end -> end.plus(KEPT).isAfter(now)).isEmpty())
        .findFirst()
        .map(Step.Remove::new);
  }

  /// When the next of the older remains is old enough to go.
  public static Optional<Instant> nextCollection(
      Order order, Collection<ContainerState> containers) {
    return order.want() == Want.GONE
        ? Optional.empty()
        : remains(order, containers).stream()
            .skip(1)
            .flatMap(c -> c.finishedAt().stream())
            .map(end -> end.plus(KEPT))
            .min(Comparator.naturalOrder());
  }

  /// Dead containers of earlier starts of this incarnation, the newest first.
  private static List<ContainerState> remains(Order order, Collection<ContainerState> containers) {
    return containers.stream()
        .filter(c -> isRemains(c, order))
        .sorted(Comparator.comparingInt(Reconciliation::attempt).reversed())
        .toList();
  }

  private static boolean isRemains(ContainerState container, Order order) {
    return container.phase() == Phase.EXITED
        && incarnation(container) == order.incarnation()
        && attempt(container) < order.attempt();
  }

  /// No name of a pod has an underscore.
  private static String nameAside(ContainerState container) {
    return Labels.identity(container.labels())
        .map(id -> "%s_%d.%d".formatted(id.seat().containerName(), id.incarnation(), id.attempt()))
        .orElse(container.name());
  }

  /// Where the next start follows at once, its name is given up while the pod hears of the end, and
  /// not in the way of the restart.
  private static Optional<Step> lookAfter(Order order, ContainerState container) {
    return switch (container.phase()) {
      case CREATED -> Optional.of(new Step.Start(container));
      case RUNNING, PAUSED, DEAD -> Optional.empty();
      case EXITED ->
          isFollowedAtOnce(order, container)
                  && container.name().equals(order.seat().containerName())
              ? Optional.of(new Step.SetAside(container, nameAside(container), true))
              : Optional.empty();
    };
  }

  private static boolean isFollowedAtOnce(Order order, ContainerState container) {
    var template = order.template();
    return template.restart().restartsAfter(container.exitCode())
        && template.backoff().before(order.restarts() + 1).isZero();
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

  private static int attempt(ContainerState container) {
    return Labels.identity(container.labels())
        .map(Labels.Identity::attempt)
        .orElse(Integer.MAX_VALUE);
  }

  /// Whether an order takes the place of another one for the same pod: never backwards in
  /// incarnation or attempt; that an attempt is over is final, and so is the end of an incarnation.
  public static boolean supersedes(Order next, Order current) {
    if (next.incarnation() != current.incarnation()) {
      return next.incarnation() > current.incarnation();
    }
    if (current.want() == Want.GONE) return false;
    return next.want() == Want.GONE
        || next.attempt() > current.attempt()
        || (next.attempt() == current.attempt()
            && next.want() == Want.ENDED
            && current.want() == Want.RUNNING);
  }
}
