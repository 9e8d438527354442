package io.helyos.contract.spec.text;

import java.util.regex.Pattern;

/// The names of environment variables.
public final class EnvName {
  public static final String RESERVED_PREFIX = "HELYOS_";
  private static final int LONGEST = 255;
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*+");

  private EnvName() {}

  public static Parsed<String> parse(String text) {
    if (text.startsWith(RESERVED_PREFIX)) {
      return Parsed.refused(
          Code.RESERVED,
          "expected a name of your own, found %s: names that start with HELYOS_ are set by Helyos, choose another"
              .formatted(Quote.of(text)));
    }
    return text.length() <= LONGEST && NAME.matcher(text).matches()
        ? Parsed.of(text)
        : Parsed.bad(
            "expected a variable's name of letters, digits, '_', '.' and '-' that starts with no digit, found %s: rename it"
                .formatted(Quote.of(text)));
  }
}
