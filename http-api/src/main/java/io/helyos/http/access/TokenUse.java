package io.helyos.http.access;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// When each token was last used, to the minute and since this daemon started. It is measured and
/// not decided, so it stands in no journal.
public final class TokenUse {
  private final Map<String, Instant> last = new ConcurrentHashMap<>();

  public void note(String id, Instant now) {
    last.put(id, now.truncatedTo(ChronoUnit.MINUTES));
  }

  public Optional<Instant> of(String id) {
    return Optional.ofNullable(last.get(id));
  }
}
