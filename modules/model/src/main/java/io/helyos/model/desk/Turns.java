package io.helyos.model.desk;

import io.helyos.model.agent.Order;
import io.helyos.model.agent.Order.Want;
import io.helyos.model.port.ContainerState;
import io.helyos.model.reconciliation.Reconciliation;
import io.helyos.model.reconciliation.Step;
import io.helyos.model.template.Holder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Whose turn it is among the containers of one pod on its machine. When the network that they
/// share has ended and all of them start anew, none begins before the last of the old ones is gone:
/// one that prepares must not meet one that still works.
public final class Turns {
  /// By then the pod has said that what ran in an earlier network is over. Longer than that a clock
  /// that was put back is not believed.
  private static final Duration SAID = Duration.ofSeconds(10);

  private Turns() {}

  /// The step itself, or rest while others have to go first.
  ///
  /// @param all desks of the pod
  public static Step minding(Desk desk, List<Desk> all, Step step, Instant now) {
    if (!Clearance.begins(step) || isHolder(desk)) return step;
    var network = all.stream().filter(Turns::isHolder).findFirst().flatMap(Turns::began);
    var early = network.filter(began -> now.isBefore(began.plus(SAID)));
    return all.stream()
            .filter(other -> !isHolder(other) && !other.seat().equals(desk.seat()))
            .anyMatch(other -> hasOld(other, early))
        ? new Step.Rest()
        : step;
  }

  private static boolean isHolder(Desk desk) {
    return desk.seat().companion().filter(Holder.NAME::equals).isPresent();
  }

  private static Optional<Instant> began(Desk holder) {
    return holder.order().flatMap(order -> own(holder, order)).flatMap(ContainerState::startedAt);
  }

  private static Optional<ContainerState> own(Desk desk, Order order) {
    return Reconciliation.own(order, desk.seen());
  }

  /// What nobody has ordered yet is not known to be old.
  private static boolean hasOld(Desk desk, Optional<Instant> network) {
    if (desk.newest().isEmpty()) return false;
    var order = desk.newest().get();
    var wanted = order.want() == Want.RUNNING ? own(desk, order) : Optional.<ContainerState>empty();
    return desk.seen().stream()
        .filter(ContainerState::isRunning)
        .anyMatch(c ->
            wanted.filter(c::equals).isEmpty()
                || c.startedAt()
                    .filter(at -> network.filter(at::isBefore).isPresent())
                    .isPresent());
  }
}
