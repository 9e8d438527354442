package io.helyos.contract.spec.text;

/// A user's text inside a message: short, on one line, and harmless to a terminal.
public final class Quote {
  private static final int LONGEST = 60;

  private Quote() {}

  /// The text in single quotes.
  public static String of(String text) {
    var shown = new StringBuilder("'");
    text.codePoints().limit(LONGEST).forEach(c -> append(shown, c));
    if (text.codePointCount(0, text.length()) > LONGEST) {
      shown.append("...");
    }
    return shown.append('\'').toString();
  }

  // Format characters turn the reading direction or hide letters; they are shown by number.
  private static void append(StringBuilder shown, int codePoint) {
    var visible =
        switch (Character.getType(codePoint)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.UNASSIGNED ->
              false;
          default -> true;
        };
    if (visible) {
      shown.appendCodePoint(codePoint);
    } else {
      shown.append("\\u{%x}".formatted(codePoint));
    }
  }
}
