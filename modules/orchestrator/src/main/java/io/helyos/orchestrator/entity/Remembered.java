package io.helyos.orchestrator.entity;

import io.helyos.model.journal.Recorded;
import java.time.Instant;

/// What the shell keeps of an entity: the model's state, and what the envelope needs of the last
/// event.
///
/// @param hash of the last event
/// @param change and author of the last event: the best known cause after a recovery
record Remembered(
    Object state,
    long sequence,
    byte[] hash,
    Instant time,
    String change,
    String author,
    RecentCommands recent) {
  static Remembered nothing(Object initial) {
    return new Remembered(
        initial, 0, HashChain.root(), Instant.EPOCH, "", "system", RecentCommands.none());
  }

  Remembered after(Recorded event, Object next) {
    return new Remembered(
        next,
        sequence + 1,
        event.hash(),
        event.time(),
        event.change(),
        event.author(),
        recent.after(event, sequence + 1));
  }
}
