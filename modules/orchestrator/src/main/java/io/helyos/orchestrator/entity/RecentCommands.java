package io.helyos.orchestrator.entity;

import io.helyos.model.journal.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The command ids that an entity remembers, so that a repeated write is answered and not carried
/// out again: the last 256 of the last 24 hours.
final class RecentCommands {
  private static final int MOST = 256;
  private static final Duration LONGEST = Duration.ofHours(24);

  private final Map<String, Known> byId;

  private RecentCommands(Map<String, Known> byId) {
    this.byId = byId;
  }

  record Known(String digest, String change, long sequence, Instant time) {}

  static RecentCommands none() {
    return new RecentCommands(Map.of());
  }

  static RecentCommands of(Map<String, Known> known) {
    return new RecentCommands(known);
  }

  Map<String, Known> known() {
    return byId;
  }

  Optional<Known> find(String id) {
    return id.isEmpty() ? Optional.empty() : Optional.ofNullable(byId.get(id));
  }

  RecentCommands after(Recorded event, long sequence) {
    if (event.command().isEmpty()) return this;
    return with(event.command(), new Known(event.digest(), event.change(), sequence, event.time()));
  }

  RecentCommands with(String id, Known newest) {
    var next = new LinkedHashMap<>(byId);
    // A command of several events is known by its last one.
    next.remove(id);
    next.put(id, newest);
    next.values().removeIf(known -> known.time().isBefore(newest.time().minus(LONGEST)));
    var oldest = next.keySet().iterator();
    while (next.size() > MOST && oldest.hasNext()) {
      oldest.next();
      oldest.remove();
    }
    return new RecentCommands(next);
  }
}
