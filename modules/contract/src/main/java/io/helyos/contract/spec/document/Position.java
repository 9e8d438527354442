package io.helyos.contract.spec.document;

/// A place in a document; both numbers count from 1, columns in characters.
public record Position(int line, int column) {
  public static final Position START = new Position(1, 1);

  /// The place that comes after so many of a text's UTF-16 units.
  static Position after(CharSequence text, int units) {
    return new Cursor(text).after(units);
  }

  /// Finds many places in ascending order while it looks at each character once.
  static final class Cursor {
    private final CharSequence text;
    private int units;
    private int line = 1;
    private int column = 1;

    Cursor(CharSequence text) {
      this.text = text;
    }

    Position after(int target) {
      while (units < target) {
        step(text.charAt(units));
        units++;
      }
      return new Position(line, column);
    }

    private void step(char c) {
      var pairGoesOn = c == '\r' && units + 1 < text.length() && text.charAt(units + 1) == '\n';
      if (c == '\n' || (c == '\r' && !pairGoesOn)) {
        line++;
        column = 1;
      } else if (!Character.isLowSurrogate(c)) {
        column++;
      }
    }
  }
}
