package io.helyos.http.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// By which names and addresses a server is reached.
public final class ServerNames {
  private ServerNames() {}

  /// Those of this machine, for a server that listens on this address.
  ///
  /// @param more names that only the operator knows
  public static Set<String> of(String host, Collection<String> more) {
    try {
      var names = new TreeSet<>(Set.of("localhost", "127.0.0.1", canonical("::1")));
      names.add(own());
      var address = InetAddress.getByName(host);
      if (address.isAnyLocalAddress()) addInterfaces(names);
      else names.add(canonical(host));
      more.stream().map(ServerNames::canonical).forEach(names::add);
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The one spelling of an address or name that certificates and comparisons use.
  public static String canonical(String name) {
    try {
      return InetAddress.ofLiteral(name).getHostAddress();
    } catch (IllegalArgumentException e) {
      return name.toLowerCase(Locale.ROOT);
    }
  }

  static boolean isAddress(String name) {
    try {
      return !InetAddress.ofLiteral(name).getHostAddress().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String own() {
    try {
      return canonical(InetAddress.getLocalHost().getHostName());
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  /// Addresses that are good on one link only are left out: they mean nothing without its name.
  private static void addInterfaces(Set<String> names) throws IOException {
    for (var network : NetworkInterface.networkInterfaces().toList()) {
      if (!network.isUp()) continue;
      network
          .inetAddresses()
          .filter(address -> !address.isLinkLocalAddress())
          .forEach(address -> names.add(canonical(address.getHostAddress().split("%", 2)[0])));
    }
  }
}
