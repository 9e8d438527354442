package io.helyos.simulator.world;

import java.time.Instant;

/// The circumstances of a command: whose it is and what it follows from.
///
/// @param change id of the user's command that everything goes back to
/// @param commandId of a command that may be repeated, else empty
/// @param cause `entity@sequence` of the event that led to it, empty for a user's command
/// @param causeTime of that event
record Request(String change, String commandId, String cause, Instant causeTime) {
  private static final String USER = "user";

  static Request ofUser(World world) {
    return of(world.nextChange(USER));
  }

  /// Whether a user has said it, and no entity because of it.
  boolean isOfUser() {
    return cause.isEmpty() && change.startsWith(USER);
  }

  static Request of(String change) {
    return new Request(change, change, "", Instant.EPOCH);
  }
}
