package io.helyos.cli.output;

import java.util.regex.Pattern;

/// Text that somebody else wrote, made harmless for a terminal: no escape sequences, no control
/// characters, nothing that changes the direction of writing.
public final class SafeText {
  // CSI, then OSC and its kin up to their end or the end of the text, then any two-character
  // escape.
  private static final Pattern ESCAPES =
      Pattern.compile(
          "\u001b\\[[0-?]*[ -/]*[@-~]?"
              + "|\u001b[\\]PX^_][^\u0007\u001b]*(?:\u0007|\u001b\\\\)?"
              + "|\u001b[ -/]*[0-~]?");

  private SafeText() {}

  /// One line: line breaks become spaces.
  public static String line(String text) {
    return isPlain(text) ? text : strip(text.replaceAll("\\R", " "), false);
  }

  /// Several lines: line breaks stay.
  public static String lines(String text) {
    return isPlain(text) ? text : strip(text, true);
  }

  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
  }

  private static String strip(String text, boolean breaks) {
    var out = new StringBuilder(text.length());
    ESCAPES
        .matcher(text)
        .replaceAll("")
        .codePoints()
        .filter(c -> isHarmless(c, breaks))
        .forEach(c -> out.appendCodePoint(c == '\t' ? ' ' : c));
    return out.toString();
  }

  private static boolean isHarmless(int c, boolean breaks) {
    if (c == '\t' || (breaks && c == '\n')) return true;
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
