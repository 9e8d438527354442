package io.helyos.client.http;

import io.helyos.client.failure.BadConfig;
import io.helyos.client.failure.RequestRefused;
import io.helyos.contract.problem.Problem;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// Where the daemon is and how to talk to it.
///
/// @param server `http://127.0.0.1:6443`, without a path
/// @param authority PEM of the only certificate authority to trust, instead of the system's
/// @param insecure trust any certificate
/// @param silence how long an answer may keep us waiting
/// @param agent the name that the daemon sees
public record Endpoint(
    URI server,
    Optional<String> token,
    Optional<String> authority,
    boolean insecure,
    Duration connect,
    Duration silence,
    String agent) {
  /// An address without a token, with the usual patience.
  public static Endpoint of(String server) {
    return new Endpoint(
        address(server),
        Optional.empty(),
        Optional.empty(),
        false,
        Duration.ofSeconds(4),
        Duration.ofSeconds(30),
        "helyos-client");
  }

  public Endpoint withToken(Optional<String> other) {
    return new Endpoint(server, other, authority, insecure, connect, silence, agent);
  }

  public Endpoint withTrust(Optional<String> pem, boolean trustAll) {
    return new Endpoint(server, token, pem, trustAll, connect, silence, agent);
  }

  public Endpoint withSilence(Duration other) {
    return new Endpoint(server, token, authority, insecure, connect, other, agent);
  }

  public Endpoint withAgent(String other) {
    return new Endpoint(server, token, authority, insecure, connect, silence, other);
  }

  public boolean isEncrypted() {
    return "https".equals(server.getScheme());
  }

  public boolean isLoopback() {
    var host = String.valueOf(server.getHost()).toLowerCase(Locale.ROOT);
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }

  /// The value of the Authorization header.
  Optional<String> authorization() {
    token.ifPresent(Endpoint::requireToken);
    return token.map(secret -> "Bearer " + secret);
  }

  private static void requireToken(String secret) {
    if (!secret.isEmpty() && secret.chars().allMatch(c -> c > ' ' && c < 0x7f)) return;
    throw new RequestRefused(
        Problem.of(
            401,
            "bad-token",
            "Unusable token",
            "Expected a token of visible ASCII characters, found one that is empty or has spaces,"
                + " line breaks or other characters. Copy it again, on one line."));
  }

  private static URI address(String server) {
    var bare = server.endsWith("/") ? server.substring(0, server.length() - 1) : server;
    try {
      var uri = URI.create(bare.contains("://") ? bare : "http://" + bare);
      var scheme = String.valueOf(uri.getScheme());
      var plain = uri.getPath().isEmpty() && uri.getQuery() == null && uri.getUserInfo() == null;
      if ((scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null && plain) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Falls through to the same sentence: the reason adds nothing that the expectation lacks.
    }
    throw new BadConfig(
        "Expected the address of a daemon such as http://127.0.0.1:6443, found \""
            + server
            + "\".");
  }
}
