package io.helyos.daemon.cluster;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.remote.artery.tcp.SSLEngineProvider;
import org.apache.pekko.remote.artery.tcp.ssl.RotatingKeysSSLEngineProvider;
import scala.Option;

/// TLS between the daemons of a cluster. Both sides show a certificate of the cluster's own
/// authority, and whoever connects also compares its names with the address that was called: the
/// key of one machine does not let it stand in for another. Files are read again every few minutes,
/// so a certificate is renewed without a restart.
public final class NodeTls implements SSLEngineProvider {
  private static final String ARTERY = "pekko.remote.artery.";
  private static final String KEYS = ARTERY + "ssl.rotating-keys-engine.";

  private final SSLEngineProvider keys;

  /// Called by Pekko, by its name in the configuration.
  public NodeTls(ActorSystem system) {
    this.keys = new RotatingKeysSSLEngineProvider(system);
  }

  /// What Pekko has to be told to talk by TLS only.
  public static Config config(Path authority, Path certificate, Path key) {
    return ConfigFactory.parseMap(
        Map.of(
            ARTERY + "transport", "tls-tcp",
            ARTERY + "ssl.ssl-engine-provider", NodeTls.class.getName(),
            KEYS + "ca-cert-file", authority.toAbsolutePath().toString(),
            KEYS + "cert-file", certificate.toAbsolutePath().toString(),
            KEYS + "key-file", key.toAbsolutePath().toString(),
            KEYS + "protocol", "TLSv1.3",
            KEYS + "enabled-algorithms",
                List.of("TLS_AES_256_GCM_SHA384", "TLS_AES_128_GCM_SHA256")));
  }

  @Override
  public SSLEngine createServerSSLEngine(String hostname, int port) {
    var engine = keys.createServerSSLEngine(hostname, port);
    engine.setNeedClientAuth(true);
    return engine;
  }

  @Override
  public SSLEngine createClientSSLEngine(String hostname, int port) {
    var engine = keys.createClientSSLEngine(hostname, port);
    var parameters = engine.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    engine.setSSLParameters(parameters);
    return engine;
  }

  /// The handshake has compared authority and names.
  @Override
  public Option<Throwable> verifyClientSession(String hostname, SSLSession session) {
    return Option.empty();
  }

  /// The library would ask for a name that all certificates share; the authority signs for this
  /// cluster only, so its signature says the same.
  @Override
  public Option<Throwable> verifyServerSession(String hostname, SSLSession session) {
    return Option.empty();
  }
}
