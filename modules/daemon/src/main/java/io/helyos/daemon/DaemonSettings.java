package io.helyos.daemon;

import com.typesafe.config.Config;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/// What a daemon is started with.
///
/// @param host address that the API listens on
/// @param port of the API; 0 takes a free one
/// @param dataDir orders, token and certificates, and an embedded journal
/// @param name of the daemon, and of its node on a real engine
/// @param dockerHost where the engine is
/// @param simulatedNodes how many nodes are simulated instead of a real engine; 0 for none
/// @param pekko what the operator's file says to Pekko itself
public record DaemonSettings(
    String host,
    int port,
    TlsSettings tls,
    Path dataDir,
    JournalChoice journal,
    ClusterSettings cluster,
    String name,
    Map<String, String> labels,
    URI dockerHost,
    int simulatedNodes,
    Config pekko,
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
