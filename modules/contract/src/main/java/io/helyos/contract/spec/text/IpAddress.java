package io.helyos.contract.spec.text;

import java.net.Inet6Address;
import java.util.regex.Pattern;

/// IP addresses as literals; a host name is never looked up.
public final class IpAddress {
  private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern V4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");
  private static final Pattern V6_LETTERS = Pattern.compile("[0-9a-fA-F:.]{2,45}");

  private IpAddress() {}

  public static Parsed<String> parse(String text) {
    return V4.matcher(text).matches() || isV6(text)
        ? Parsed.of(text)
        : Parsed.bad(
            "expected an IP address such as 127.0.0.1 or ::1, found %s: write the number, not a name"
                .formatted(Quote.of(text)));
  }

  static boolean isV6(String text) {
    if (!V6_LETTERS.matcher(text).matches() || !text.contains(":")) {
      return false;
    }
    try {
      return !Inet6Address.ofLiteral(text).getHostAddress().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
