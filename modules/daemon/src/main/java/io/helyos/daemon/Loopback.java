package io.helyos.daemon;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// Which addresses a daemon without TLS may listen on.
final class Loopback {
  private Loopback() {}

  /// Refuses any address that others than this machine can reach.
  static void requireWithoutTls(String host) {
    if (isLoopback("--host", host)) return;
    throw new StartFailure(
        ("Expected a loopback address for --host beside --tls off, found %s. Tokens and secrets would"
                + " cross the network in the clear: leave --tls out, or listen on 127.0.0.1.")
            .formatted(host));
  }

  /// The same for the address that other daemons use.
  static void requireForCluster(String host) {
    if (isLoopback("--cluster-host", host)) return;
    throw new StartFailure(
        "Expected a loopback address for --cluster-host beside --insecure-cluster, found %s. Whoever reaches that port commands the cluster."
            .formatted(host));
  }

  static boolean isLoopback(String flag, String host) {
    return address(flag, host).isLoopbackAddress();
  }

  /// Where a program of this machine reaches whoever listens on an address.
  static String fromHere(String host) {
    return address("--host", host).isAnyLocalAddress() ? "127.0.0.1" : host;
  }

  private static InetAddress address(String flag, String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new StartFailure(
          "Expected an address of this machine for %s, found %s.".formatted(flag, host), e);
    }
  }
}
