package io.helyos.contract.spec.text;

import java.util.regex.Pattern;

/// Host names and domains: labels joined by dots.
public final class DnsName {
  private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
  private static final Pattern NAME = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");
  private static final int LONGEST = 253;

  /// The kernel's limit for a machine's own name.
  private static final int LONGEST_HOST = 63;

  private DnsName() {}

  public static Parsed<String> parseDomain(String text) {
    return parse(text, LONGEST, "a domain such as shop.example.com");
  }

  public static Parsed<String> parseHost(String text) {
    return parse(text, LONGEST_HOST, "a host name such as web-1");
  }

  private static Parsed<String> parse(String text, int longest, String expected) {
    return text.length() <= longest && NAME.matcher(text).matches()
        ? Parsed.of(text)
        : Parsed.bad(
            "expected %s of at most %d characters, found %s: use lower-case letters, digits and inner hyphens"
                .formatted(expected, longest, Quote.of(text)));
  }
}
