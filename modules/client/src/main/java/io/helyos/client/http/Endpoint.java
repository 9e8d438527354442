package io.helyos.client.http;

import io.helyos.client.failure.BadConfig;
import io.helyos.client.failure.RequestRefused;
import io.helyos.contract.problem.Problem;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Where the daemon is and how to talk to it. Any daemon of a cluster will do.
///
/// @param server `http://127.0.0.1:6443`, without a path
/// @param others more daemons of the same cluster, to be asked when that one cannot be reached
/// @param authority PEM of the only certificate authority to trust, instead of the system's
/// @param insecure trust any certificate
/// @param silence how long an answer may keep us waiting
/// @param agent the name that the daemon sees
public record Endpoint(
    URI server,
    List<URI> others,
    Optional<String> token,
    Optional<String> authority,
    boolean insecure,
    Duration connect,
    Duration silence,
    String agent) {
  public Endpoint {
    others = List.copyOf(others);
  }

  /// An address without a token, or several with commas between, with the usual patience.
  public static Endpoint of(String server) {
    var all = Arrays.stream(server.split(",")).map(String::strip).map(Endpoint::address).toList();
    return new Endpoint(
        all.getFirst(),
        all.subList(1, all.size()),
        Optional.empty(),
        Optional.empty(),
        false,
        Duration.ofSeconds(4),
        Duration.ofSeconds(30),
        "helyos-client");
  }

  public Endpoint withToken(Optional<String> other) {
    return new Endpoint(server, others, other, authority, insecure, connect, silence, agent);
  }

  public Endpoint withTrust(Optional<String> pem, boolean trustAll) {
    return new Endpoint(server, others, token, pem, trustAll, connect, silence, agent);
  }

  public Endpoint withSilence(Duration other) {
    return new Endpoint(server, others, token, authority, insecure, connect, other, agent);
  }

  public Endpoint withAgent(String other) {
    return new Endpoint(server, others, token, authority, insecure, connect, silence, other);
  }

  /// The same cluster by way of its next daemon.
  Endpoint next() {
    if (others.isEmpty()) return this;
    var rest = new ArrayList<>(others.subList(1, others.size()));
    rest.add(server);
    return new Endpoint(
        others.getFirst(), rest, token, authority, insecure, connect, silence, agent);
  }

  /// All daemons, in whatever order they are asked.
  public Set<URI> servers() {
    var all = new HashSet<>(others);
    all.add(server);
    return all;
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
