package io.helyos.client.stream;

import io.helyos.client.failure.HelyosException;
import io.helyos.contract.resource.EventResource;

/// What a stream of events tells its reader.
public sealed interface StreamNews {
  /// Something happened in the cluster.
  record Happened(EventResource event) implements StreamNews {}

  /// The connection broke; the stream tries again by itself.
  record Disconnected(String reason) implements StreamNews {}

  /// The stream goes on.
  ///
  /// @param complete nothing was missed; if false, look at the state again
  record Reconnected(boolean complete) implements StreamNews {}

  /// The stream gave up. Nothing follows.
  record Ended(HelyosException failure) implements StreamNews {}
}
