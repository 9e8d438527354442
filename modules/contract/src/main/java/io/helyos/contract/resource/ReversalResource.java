package io.helyos.contract.resource;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What would be done to take a change back, or to restore a project. Whoever sends the tag of this
/// answer gets exactly this done, or nothing.
///
/// @param of the change that is taken back, empty for a restore
/// @param by the author of that change, empty for a restore
/// @param at the time of that change, or the one that is restored
/// @param steps in this order
/// @param notes what one should know beside them
public record ReversalResource(
    String of, String by, @Nullable Instant at, List<Step> steps, List<String> notes) {
  public ReversalResource {
    of = Absent.text(of);
    by = Absent.text(by);
    steps = Absent.list(steps);
    notes = Absent.list(notes);
  }

  /// One command.
  ///
  /// @param action in one word, `rollback`
  /// @param kind of what it is about, `deployment`
  /// @param name as commands take it, `shop/api`
  /// @param fields that it changes
  public record Step(String action, String kind, String name, List<FieldChange> fields) {
    public Step {
      fields = Absent.list(fields);
    }
  }
}
