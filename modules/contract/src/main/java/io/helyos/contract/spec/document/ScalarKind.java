package io.helyos.contract.spec.document;

import java.util.regex.Pattern;

/// What a scalar is by the core schema of YAML 1.2, of which JSON's literals are a part. `no`, `on`
/// and `22:22` are texts there.
public enum ScalarKind {
  NOTHING,
  BOOLEAN,
  NUMBER,
  TEXT;

  private static final Pattern NUMBERS =
      Pattern.compile(
          "[-+]?(?:\\.[0-9]++|[0-9]++(?:\\.[0-9]*+)?)(?:[eE][-+]?[0-9]++)?"
              + "|0o[0-7]++|0x[0-9a-fA-F]++|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");

  public boolean isNumber() {
    return this == NUMBER;
  }

  public boolean isText() {
    return this == TEXT;
  }

  /// The kind of a scalar without quotes.
  public static ScalarKind ofPlain(String text) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> NOTHING;
      case "true", "True", "TRUE", "false", "False", "FALSE" -> BOOLEAN;
      default -> NUMBERS.matcher(text).matches() ? NUMBER : TEXT;
    };
  }
}
