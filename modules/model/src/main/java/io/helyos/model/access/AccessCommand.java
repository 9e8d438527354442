package io.helyos.model.access;

import java.util.List;

/// What may be asked of an access log.
public sealed interface AccessCommand {
  /// From the front door: these were refused.
  ///
  /// @param dropped so many more were, and nothing is known of them
  record NoteRefusals(List<RefusedRequest> requests, long dropped) implements AccessCommand {
    public NoteRefusals {
      requests = List.copyOf(requests);
    }
  }
}
