package io.helyos.orchestrator;

import java.time.Instant;
import java.util.Optional;

/// The circumstances of a command: whose it is and what it follows from.
///
/// @param change id of the user's command; every event that follows carries it
/// @param author a token's name, or `system`
/// @param commandId the sender's id for this command, empty if it has none; with the same digest it
///   is answered from memory, with another one it is refused
/// @param digest of the request
/// @param cause `entity@sequence` of the event that led to it, empty for a user's command
/// @param causeTime of that event; what follows is later
/// @param expected the entity's sequence, when the sender insists on it
public record Request(
    String change,
    String author,
    String commandId,
    String digest,
    String cause,
    Instant causeTime,
    Optional<Long> expected) {
  /// A user's command that may be repeated under an id.
  public static Request of(String change, String author, String commandId, String digest) {
    return new Request(change, author, commandId, digest, "", Instant.EPOCH, Optional.empty());
  }

  /// A user's command without an id.
  public static Request of(String change, String author) {
    return of(change, author, "", "");
  }

  /// The same command, but only if the entity still is at this sequence.
  public Request expecting(long sequence) {
    return new Request(change, author, commandId, digest, cause, causeTime, Optional.of(sequence));
  }
}
