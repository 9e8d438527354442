package io.helyos.model.undo;

import io.helyos.model.Decider;
import io.helyos.model.EntityId;
import io.helyos.model.EntityKind;
import io.helyos.model.journal.FeedRow;
import io.helyos.model.journal.Recorded;
import io.helyos.model.undo.Footprint.Span;
import io.helyos.model.view.Deciders;
import java.util.ArrayList;
import java.util.List;

/// Follows one entity through its events, and notes what one change did to it and what others did
/// after that.
public final class Trace {
  private static final String OF_THE_CLUSTER = EntityKind.CLUSTER.word() + "|";

  private final EntityId entity;
  private final String change;
  private final Decider<Object, Object, Object, Object> decider;
  private final List<Span> spans = new ArrayList<>();
  private final List<Span> later = new ArrayList<>();
  private Object state;
  private long sequence;

  /// Of an entity before its first event.
  ///
  /// @param change whose footprint is looked for
  public Trace(EntityId entity, String change) {
    this.entity = entity;
    this.change = change;
    this.decider = decider(entity);
    this.state = decider.initial();
  }

  // Whoever reads the journal gives each entity events of its own kind only.
  @SuppressWarnings("unchecked")
  static Decider<Object, Object, Object, Object> decider(EntityId id) {
    return (Decider<Object, Object, Object, Object>) Deciders.of(id.kind());
  }

  /// Whether somebody commanded this of the entity, and it did not follow by itself: what an undo
  /// or a restore asks for has that as its cause, and that stands with the cluster.
  public static boolean isCommanded(Recorded recorded) {
    return recorded.cause().isEmpty() || recorded.cause().startsWith(OF_THE_CLUSTER);
  }

  /// The next event of the entity.
  public void saw(FeedRow row, Object event) {
    var before = state;
    state = decider.evolve(before, event);
    sequence = row.sequence();
    if (!isCommanded(row.recorded())) return;
    var isOfChange = row.recorded().change().equals(change);
    if (isOfChange) add(spans, row, before);
    else if (!spans.isEmpty()) add(later, row, before);
  }

  private void add(List<Span> to, FeedRow row, Object before) {
    var recorded = row.recorded();
    var goesOn =
        !to.isEmpty()
            && to.getLast().last() == row.sequence() - 1
            && to.getLast().change().equals(recorded.change());
    if (goesOn) {
      to.set(to.size() - 1, to.getLast().until(row.sequence(), state));
    } else {
      to.add(
          new Span(
              recorded.change(),
              recorded.author(),
              recorded.time(),
              row.sequence(),
              before,
              state));
    }
  }

  public Footprint footprint() {
    return new Footprint(entity, spans, later, state, sequence);
  }
}
