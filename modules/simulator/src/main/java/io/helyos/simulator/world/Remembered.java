package io.helyos.simulator.world;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the shell keeps of an entity.
///
/// @param change of the last event: the best known cause after a recovery
/// @param recent the commands with an id that have changed something, by id
record Remembered(
    Object state, long sequence, Instant time, String change, Map<String, Known> recent) {
  /// What a command with an id came to.
  record Known(String change, long sequence, Instant time) {}

  static Remembered nothing(Object initial) {
    return new Remembered(initial, 0, Instant.EPOCH, "", Map.of());
  }

  Remembered after(Instant when, Request request, Object next) {
    var known = recent;
    if (!request.commandId().isEmpty()) {
      known = new LinkedHashMap<>(recent);
      known.put(request.commandId(), new Known(request.change(), sequence + 1, when));
    }
    return new Remembered(next, sequence + 1, when, request.change(), known);
  }
}
