package io.helyos.daemon;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// Which addresses a daemon without TLS may listen on.
final class Loopback {
  private Loopback() {}

  /// Refuses any address that others than this machine can reach.
  static void require(String host) {
    if (isLoopback("--host", host)) return;
    throw new StartFailure(
        ("Expected a loopback address for --host, found %s. Without TLS the API would be open to the"
                + " network; TLS is not supported yet, so listen on 127.0.0.1.")
            .formatted(host));
  }

  /// The same for the address that other daemons use.
  static void requireForCluster(String host) {
    if (isLoopback("--cluster-host", host)) return;
    throw new StartFailure(
        "Expected a loopback address for --cluster-host beside --insecure-cluster, found %s. Whoever reaches that port commands the cluster."
            .formatted(host));
  }

  private static boolean isLoopback(String flag, String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new StartFailure(
          "Expected an address of this machine for %s, found %s.".formatted(flag, host), e);
    }
  }
}
