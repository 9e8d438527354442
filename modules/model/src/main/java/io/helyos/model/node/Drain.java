package io.helyos.model.node;

import java.time.Instant;

/// The latest attempt to empty a node.
///
/// @param until then it gives up
/// @param cordoned whether the node was before
public record Drain(Instant begun, Instant until, boolean cordoned, State state) {
  public enum State {
    MOVING,
    /// By a user.
    CANCELLED,
    /// Its time was over before the node was empty.
    EXPIRED
  }

  Drain as(State next) {
    return new Drain(begun, until, cordoned, next);
  }
}
