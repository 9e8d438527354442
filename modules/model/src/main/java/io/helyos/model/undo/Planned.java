package io.helyos.model.undo;

import io.helyos.model.Rejection;

/// A plan, or why there is none.
public sealed interface Planned {
  record Possible(Plan plan) implements Planned {}

  /// It is so already.
  record Needless(String why) implements Planned {}

  record Refused(Rejection why) implements Planned {}
}
