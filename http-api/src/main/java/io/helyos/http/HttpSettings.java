package io.helyos.http;

import io.helyos.http.tls.Certificates;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Where the API is bound, and its limits.
///
/// @param port 0 for any free one
/// @param allowedHosts names beside those of the loopback address that requests may call it by
/// @param version of the daemon
/// @param bodyPatience so long a body may take to arrive
/// @param heartbeat so long a stream is silent at most
/// @param streamPatience so long the reader of a stream may take nothing
/// @param connectionsPerSource at once from one address, 0 for any number
/// @param streamsPerToken at once with one token, 0 for any number
/// @param certificates of TLS; without any the API is spoken in the clear
public record HttpSettings(
    String host,
    int port,
    Set<String> allowedHosts,
    String version,
    Duration bodyPatience,
    Duration heartbeat,
    Duration streamPatience,
    int connectionsPerSource,
    int streamsPerToken,
    Optional<Certificates> certificates) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");
  private static final int MOST_CONNECTIONS = 256;
  private static final int MOST_STREAMS = 64;

  public HttpSettings {
    allowedHosts = Set.copyOf(allowedHosts);
  }

  /// With the limits of the specification: none on a loopback address.
  public static HttpSettings of(String host, int port, Set<String> allowedHosts, String version) {
    return new HttpSettings(
        host,
        port,
        allowedHosts,
        version,
        Duration.ofSeconds(10),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        isLoopback(host) ? 0 : MOST_CONNECTIONS,
        isLoopback(host) ? 0 : MOST_STREAMS,
        Optional.empty());
  }

  /// The same over TLS, or in the clear.
  public HttpSettings with(Optional<Certificates> other) {
    return new HttpSettings(
        host,
        port,
        allowedHosts,
        version,
        bodyPatience,
        heartbeat,
        streamPatience,
        connectionsPerSource,
        streamsPerToken,
        other);
  }

  public boolean isLoopback() {
    return isLoopback(host);
  }

  /// All names that a request may call this daemon by.
  Set<String> names() {
    var all = new HashSet<>(LOOPBACK);
    all.addAll(allowedHosts);
    all.add(host);
    return Set.copyOf(all);
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
