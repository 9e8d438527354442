package io.helyos.contract.spec.text;

import java.util.regex.Pattern;

/// The names of projects, deployments, containers and nodes.
public final class DnsLabel {
  public static final String PATTERN = "[a-z0-9]([a-z0-9-]*[a-z0-9])?";
  public static final int LONGEST = 63;

  private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]*+(?<!-))?");

  private DnsLabel() {}

  public static Parsed<String> parse(String text) {
    if (text.length() > LONGEST) {
      return Parsed.refused(
          Code.TOO_LONG,
          "expected a name of at most %d characters, found %d: shorten it"
              .formatted(LONGEST, text.length()));
    }
    return LABEL.matcher(text).matches()
        ? Parsed.of(text)
        : Parsed.bad(
            "expected a name of lower-case letters, digits and inner hyphens, found %s: rename it"
                .formatted(Quote.of(text)));
  }
}
