package io.helyos.contract.spec.text;

import java.util.regex.Pattern;

/// The keys of labels, on deployments and on nodes.
public final class LabelKey {
  public static final String RESERVED_PREFIX = "helyos.";
  private static final int LONGEST = 253;
  private static final Pattern KEY =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._/-]*+(?<![._/-]))?");

  private LabelKey() {}

  public static Parsed<String> parse(String text) {
    return text.length() <= LONGEST && KEY.matcher(text).matches()
        ? Parsed.of(text)
        : Parsed.bad(
            "expected a label of letters and digits with '.', '_', '/' and '-' inside, found %s: rename it"
                .formatted(Quote.of(text)));
  }

  /// A label that a user may set: those of Helyos are how it finds its containers again.
  public static Parsed<String> parseOwn(String text) {
    return text.startsWith(RESERVED_PREFIX)
        ? Parsed.refused(
            Code.RESERVED,
            "expected a label of your own, found %s: labels that start with helyos. are set by Helyos, choose another"
                .formatted(Quote.of(text)))
        : parse(text);
  }
}
