package io.helyos.model.undo;

import io.helyos.model.EntityId;
import java.time.Instant;
import java.util.List;

/// What a change did to one entity, and how that stands now.
///
/// @param spans of the change itself, in their order
/// @param later what users commanded since
/// @param now its state
/// @param sequence of that state
public record Footprint(
    EntityId entity, List<Span> spans, List<Span> later, Object now, long sequence) {
  public Footprint {
    spans = List.copyOf(spans);
    later = List.copyOf(later);
  }

  /// Whether it is another one because of the change.
  boolean isChanged() {
    return spans.stream().anyMatch(span -> !span.before().equals(span.after()));
  }

  /// The states around some events of one change that follow on each other.
  ///
  /// @param author of the change
  /// @param last sequence of the last event
  public record Span(
      String change, String author, Instant time, long last, Object before, Object after) {
    Span until(long sequence, Object state) {
      return new Span(change, author, time, sequence, before, state);
    }
  }
}
