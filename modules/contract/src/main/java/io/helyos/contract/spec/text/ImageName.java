package io.helyos.contract.spec.text;

import java.util.Locale;
import java.util.regex.Pattern;

/// The parts of an image name, as the distribution project's grammar has them.
final class ImageName {
  private static final Pattern HOST =
      Pattern.compile(
          "[A-Za-z0-9](?:[A-Za-z0-9-]*+(?<!-))?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*+(?<!-))?)*");
  private static final Pattern COMPONENT =
      Pattern.compile("[a-z0-9]++(?:(?:\\.|__?|-++)[a-z0-9]++)*");

  private ImageName() {}

  /// Tells `localhost/a`, `host.name/a` and `host:5000/a` from the path `team/a`.
  static boolean isRegistry(String first) {
    return first.equals("localhost")
        || first.contains(".")
        || first.contains(":")
        || !first.equals(first.toLowerCase(Locale.ROOT));
  }

  static boolean isHostAndPort(String text) {
    var end = text.startsWith("[") ? text.indexOf(']') + 1 : text.indexOf(':');
    var host = end <= 0 ? text : text.substring(0, end);
    var port = end <= 0 ? "" : text.substring(end);
    return isHost(host) && (port.isEmpty() || isPort(port));
  }

  private static boolean isHost(String host) {
    return host.startsWith("[")
        ? host.endsWith("]") && IpAddress.isV6(host.substring(1, host.length() - 1))
        : HOST.matcher(host).matches();
  }

  private static boolean isPort(String colonAndDigits) {
    return colonAndDigits.startsWith(":")
        && WholeNumber.between(PortText.LEAST, PortText.MOST, colonAndDigits.substring(1))
            instanceof Parsed.Value<Integer>;
  }

  static boolean isPath(String path) {
    for (var component : path.split("/", -1)) {
      if (!COMPONENT.matcher(component).matches()) {
        return false;
      }
    }
    return true;
  }
}
