package io.helyos.model;

import java.time.Instant;
import java.util.Set;

/// One kind of entity as pure functions: what a command changes, what an event means, and what must
/// then be true outside.
///
/// @param <C> commands, imperative
/// @param <E> events, past tense
/// @param <S> states, one record for each step of the life
/// @param <F> effects, each safe to repeat
public interface Decider<C, E, S, F> {
  /// The state before the first event.
  S initial();

  /// The events that a command causes, or why it is refused.
  Decision<E> decide(S state, C command, Instant now);

  /// The state after an event. Never refuses: what is stored has happened.
  S evolve(S state, E event);

  /// What must be true outside, given this state. Two states that want the work done again never
  /// share an effect: each names its incarnation, attempt or revision.
  Set<F> effects(S state);

  /// What the sender of an accepted command wants to know, read from the state after it.
  default Object answer(S after, C command) {
    return Accepted.ACCEPTED;
  }

  /// The state as it would be without an earlier change, with all that came later. Says to the
  /// merge what users decide of a state, field by field; what it does not ask for cannot be undone.
  default S without(Merge<S> change) {
    return change.now();
  }

  /// The commands that lead back from a state to the one before, or why there is no way back.
  default Undo<C> inverse(S before, S after, Instant now) {
    return new Undo.Impossible<>("This is no change that a user made.");
  }

  /// How many entries the state holds, for a state that grows: how much a snapshot of it costs.
  default int size(S state) {
    return 1;
  }

  /// The answer of a command that has nothing to tell beyond having been accepted.
  enum Accepted {
    ACCEPTED
  }
}
