package io.helyos.client.http;

import java.io.IOException;
import java.io.OutputStream;

/// What is to be sent and nobody holds as a whole.
@FunctionalInterface
public interface Content {
  /// Writes all of it. Called at most once, on a thread of its own; a write waits for the daemon.
  void writeTo(OutputStream out) throws IOException;
}
