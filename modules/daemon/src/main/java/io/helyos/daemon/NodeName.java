package io.helyos.daemon;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/// Names of nodes are DNS labels.
final class NodeName {
  private static final int LONGEST = 63;
  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  private NodeName() {}

  static String require(String name) {
    if (LABEL.matcher(name).matches()) return name;
    throw new StartFailure(
        "Expected a DNS label (a-z, 0-9 and -, at most 63) for --name, found %s.".formatted(name));
  }

  /// The host's name up to the first dot, with what a label cannot hold left out.
  static String ofThisMachine() {
    try {
      var host = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
      var first = host.split("\\.", 2)[0].replaceAll("[^a-z0-9-]", "").replaceAll("^-+", "");
      var cut = first.substring(0, Math.min(first.length(), LONGEST)).replaceAll("-+$", "");
      return cut.isEmpty() ? "node" : cut;
    } catch (UnknownHostException e) {
      return "node";
    }
  }
}
