package io.helyos.orchestrator.audit;

import io.helyos.model.EntityId;
import java.util.Optional;

/// A journal that is not what was written.
public final class BrokenChain extends RuntimeException {
  private final transient Optional<EntityId> entity;
  private final long sequence;

  private BrokenChain(Optional<EntityId> entity, long sequence, String message) {
    super(message);
    this.entity = entity;
    this.sequence = sequence;
  }

  static BrokenChain at(EntityId entity, long sequence, String message) {
    return new BrokenChain(Optional.of(entity), sequence, message);
  }

  /// What is seen in the order of all events, and in no entity's own.
  static BrokenChain ofOrder(String message) {
    return new BrokenChain(Optional.empty(), 0, message);
  }

  /// Whose chain is broken, if that can be said.
  public Optional<EntityId> entity() {
    return entity;
  }

  /// The first event that is wrong or missing.
  public long sequence() {
    return sequence;
  }
}
