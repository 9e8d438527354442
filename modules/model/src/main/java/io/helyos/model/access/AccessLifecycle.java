package io.helyos.model.access;

import static io.helyos.model.Decision.accept;
import static io.helyos.model.Decision.unchanged;

import io.helyos.model.Decider;
import io.helyos.model.Decision;
import io.helyos.model.access.AccessCommand.NoteRefusals;
import io.helyos.model.access.AccessEvent.RequestsRefused;
import java.time.Instant;
import java.util.Set;

/// What an access log does with what it is told: it keeps it.
public final class AccessLifecycle implements Decider<AccessCommand, AccessEvent, AccessLog, Void> {
  @Override
  public AccessLog initial() {
    return new AccessLog.Empty();
  }

  @Override
  public Decision<AccessEvent> decide(AccessLog log, AccessCommand command, Instant now) {
    return switch (command) {
      case NoteRefusals(var requests, var dropped) ->
          requests.isEmpty() && dropped == 0
              ? unchanged()
              : accept(new RequestsRefused(requests, dropped));
    };
  }

  @Override
  public AccessLog evolve(AccessLog log, AccessEvent event) {
    var before =
        switch (log) {
          case AccessLog.Empty() -> new AccessLog.Kept(0, 0);
          case AccessLog.Kept kept -> kept;
        };
    return switch (event) {
      case RequestsRefused(var requests, var dropped) ->
          new AccessLog.Kept(before.noted() + requests.size(), before.dropped() + dropped);
    };
  }

  /// Nobody has to do anything.
  @Override
  public Set<Void> effects(AccessLog log) {
    return Set.of();
  }
}
