package io.helyos.daemon;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// Which addresses a daemon without TLS may listen on.
final class Loopback {
  private Loopback() {}

  /// Refuses any address that others than this machine can reach.
  static void require(String host) {
    try {
      if (InetAddress.getByName(host).isLoopbackAddress()) return;
    } catch (UnknownHostException e) {
      throw new StartFailure(
          "Expected an address of this machine for --host, found %s.".formatted(host), e);
    }
    throw new StartFailure(
        ("Expected a loopback address for --host, found %s. Without TLS the API would be open to the"
                + " network; TLS is not supported yet, so listen on 127.0.0.1.")
            .formatted(host));
  }
}
