package io.helyos.contract.spec.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A published port in Docker's short form: `8080:3000`, `127.0.0.1:8080:3000/udp`, `3000/udp`.
///
/// @param host empty when the node shall find a free one
/// @param ip empty for all addresses of the node
public record PortText(Optional<String> ip, Optional<Integer> host, int container, boolean udp) {
  public static final int LEAST = 1;
  public static final int MOST = 65_535;

  private static final Pattern RANGE = Pattern.compile("[0-9:.\\[\\]a-fA-F]*[0-9]-[0-9].*");

  public static Parsed<PortText> parse(String text) {
    var slash = text.indexOf('/');
    var protocol = slash < 0 ? "tcp" : text.substring(slash + 1);
    if (!protocol.equals("tcp") && !protocol.equals("udp")) {
      return Parsed.bad(
          "expected the protocol tcp or udp, found %s: write /tcp or /udp"
              .formatted(Quote.of(protocol)));
    }
    if (RANGE.matcher(text).matches()) {
      return Parsed.bad(
          "expected one port, found the range %s: write one entry for each port"
              .formatted(Quote.of(text)));
    }
    var udp = protocol.equals("udp");
    return addresses(slash < 0 ? text : text.substring(0, slash), udp, text);
  }

  private static Parsed<PortText> addresses(String text, boolean udp, String whole) {
    var parts = parts(text);
    return switch (parts.size()) {
      case 1 -> number(parts.get(0)).map(c -> new PortText(none(), none(), c, udp));
      case 2 ->
          number(parts.get(0))
              .then(
                  h -> number(parts.get(1)).map(c -> new PortText(none(), Optional.of(h), c, udp)));
      case 3 -> bound(parts, udp);
      default ->
          Parsed.bad(
              "expected a port such as 3000, 8080:3000 or 127.0.0.1:8080:3000/udp, found %s: write it so"
                  .formatted(Quote.of(whole)));
    };
  }

  private static Parsed<PortText> bound(List<String> parts, boolean udp) {
    var ip = IpAddress.parse(parts.get(0));
    Parsed<Optional<Integer>> host =
        parts.get(1).isEmpty() ? Parsed.of(none()) : number(parts.get(1)).map(Optional::of);
    var container = number(parts.get(2));
    return ip.then(
        i -> host.then(h -> container.map(c -> new PortText(Optional.of(i), h, c, udp))));
  }

  /// Splits at the colons, but not at those of an IPv6 address in brackets.
  private static List<String> parts(String text) {
    var close = text.indexOf(']');
    if (!text.startsWith("[") || close < 0 || !text.startsWith(":", close + 1)) {
      return List.of(text.split(":", -1));
    }
    var ip = text.substring(1, close);
    var rest = text.substring(close + 2).split(":", -1);
    return rest.length == 2 ? List.of(ip, rest[0], rest[1]) : List.of();
  }

  private static Parsed<Integer> number(String text) {
    return WholeNumber.between(LEAST, MOST, text);
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }
}
