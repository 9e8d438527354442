package io.helyos.contract.spec.text;

import java.util.regex.Pattern;

/// The names of volumes that the engine keeps.
public final class VolumeName {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,62}");

  private VolumeName() {}

  public static Parsed<String> parse(String text) {
    return NAME.matcher(text).matches()
        ? Parsed.of(text)
        : Parsed.bad(
            "expected a volume's name of at most 63 letters, digits, '_', '.' and '-', found %s: rename it, or use path for a directory of the node"
                .formatted(Quote.of(text)));
  }
}
