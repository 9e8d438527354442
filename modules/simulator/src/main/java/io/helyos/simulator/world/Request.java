package io.helyos.simulator.world;

import java.time.Instant;

/// The circumstances of a command: whose it is and what it follows from.
///
/// @param change id of the user's command that everything goes back to
/// @param commandId of a command that may be repeated, else empty
/// @param cause `entity@sequence` of the event that led to it, empty for a user's command
/// @param causeTime of that event
record Request(String change, String commandId, String cause, Instant causeTime) {
  static Request of(String change) {
    return new Request(change, change, "", Instant.EPOCH);
  }
}
