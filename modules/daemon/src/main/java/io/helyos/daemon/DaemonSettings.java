package io.helyos.daemon;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/// What a daemon is started with.
///
/// @param host address that the API listens on; only loopback until there is TLS
/// @param port of the API; 0 takes a free one
/// @param dataDir orders and token, and an embedded journal
/// @param name of the daemon, and of its node on a real engine
/// @param dockerHost where the engine is
/// @param simulatedNodes how many nodes are simulated instead of a real engine; 0 for none
public record DaemonSettings(
    String host,
    int port,
    Path dataDir,
    JournalChoice journal,
    String name,
    Map<String, String> labels,
    URI dockerHost,
    int simulatedNodes,
    String version) {
  private static final int LAST_PORT = 65_535;

  public DaemonSettings {
    if (port < 0 || port > LAST_PORT) {
      throw new StartFailure(
          "Expected --port to be a whole number from 0 to %d, found %d."
              .formatted(LAST_PORT, port));
    }
    labels = Map.copyOf(labels);
  }
}
