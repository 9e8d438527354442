package io.helyos.model.access;

import java.util.List;

/// What has happened at a daemon's front door.
public sealed interface AccessEvent {
  /// Commands were denied or refused.
  ///
  /// @param dropped so many more were, in so short a time that they are only counted
  record RequestsRefused(List<RefusedRequest> requests, long dropped) implements AccessEvent {
    public RequestsRefused {
      requests = List.copyOf(requests);
    }
  }
}
