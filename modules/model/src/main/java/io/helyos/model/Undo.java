package io.helyos.model;

import java.util.List;

/// How a change is taken back.
public sealed interface Undo<C> {
  /// These commands, in this order.
  record By<C>(List<C> commands) implements Undo<C> {
    public By {
      commands = List.copyOf(commands);
    }
  }

  record Impossible<C>(String why) implements Undo<C> {}

  static <C> Undo<C> by(C command) {
    return new By<>(List.of(command));
  }
}
