package io.helyos.model.view;

import io.helyos.model.Decider;
import io.helyos.model.EntityId;
import java.time.Instant;
import java.util.Optional;

/// How an event changes its entity's row. Events that a row has seen are ignored, so that
/// delivering one twice does no harm; a gap is a fault.
public final class Fold {
  private Fold() {}

  public static Row<?> apply(
      Optional<Row<?>> before, EntityId id, long sequence, Instant time, Object event) {
    var decider = decider(id);
    if (before.isEmpty()) {
      if (sequence != 1) {
        throw new IllegalStateException(
            "%s: event %d came before the first".formatted(id, sequence));
      }
      var state = decider.evolve(decider.initial(), event);
      return new Row<>(id, state, sequence, time, time);
    }
    var row = before.get();
    if (sequence <= row.sequence()) return row;
    if (sequence != row.sequence() + 1) {
      throw new IllegalStateException(
          "%s: event %d came after %d".formatted(id, sequence, row.sequence()));
    }
    var state = decider.evolve(row.state(), event);
    var isNew = Deciders.exists(state) && !Deciders.exists(row.state());
    return new Row<>(id, state, sequence, isNew ? time : row.createdAt(), time);
  }

  // Each row holds states of its own kind only, as the decider of that kind made them.
  @SuppressWarnings("unchecked")
  private static Decider<?, Object, Object, ?> decider(EntityId id) {
    return (Decider<?, Object, Object, ?>) Deciders.of(id.kind());
  }
}
