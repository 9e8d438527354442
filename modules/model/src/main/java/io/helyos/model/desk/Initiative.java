package io.helyos.model.desk;

import io.helyos.model.agent.Order;
import java.time.Instant;
import java.util.Optional;

/// The orders that an agent gives itself.
public final class Initiative {
  private Initiative() {}

  /// What is under way already, or what a silent pod would order now.
  ///
  /// @param reached whether the agent has reached anybody since it was started: after a reboot of
  ///   the machine its pods may live elsewhere
  public static Optional<Order> order(Desk desk, boolean reached, Instant now) {
    return Adoption.order(desk).or(() -> reached ? desk.deputised(now) : Optional.empty());
  }
}
