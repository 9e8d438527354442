package io.helyos.orchestrator.entity;

import io.helyos.model.EntityId;
import io.helyos.model.delivery.Delivery;
import io.helyos.orchestrator.Request;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// Brings a delivery to whom it concerns. Must return at once and bear being asked twice; a
/// delivery that nobody answers in time completes exceptionally and is tried again.
public interface Carrier {
  /// Completes with the outcome of one attempt.
  CompletionStage<Outcome> carry(Object effect, Delivery delivery, Request request);

  /// An entity leaves this daemon with work undone: it is to go on wherever it lives from now on.
  default void goOn(EntityId entity) {}

  /// What came of it.
  ///
  /// @param settled whether the effect need not be carried again
  /// @param command what the entity is to do because of the answer
  record Outcome(boolean settled, Optional<Object> command) {}
}
