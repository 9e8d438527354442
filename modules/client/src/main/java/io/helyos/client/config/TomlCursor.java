package io.helyos.client.config;

import java.util.ArrayList;
import java.util.List;

/// Reads one line of TOML from left to right.
final class TomlCursor {
  private final String line;
  private int at;

  TomlCursor(String line) {
    this.line = line;
  }

  /// What was expected in vain.
  static final class Unexpected extends RuntimeException {
    Unexpected(String expected) {
      super(expected);
    }
  }

  Unexpected wrong(String expected) {
    return new Unexpected(expected);
  }

  static boolean isBare(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }

  /// Nothing more than blanks and a comment.
  boolean atEnd() {
    blanks();
    return at == line.length() || line.charAt(at) == '#';
  }

  boolean skip(char c) {
    blanks();
    if (at == line.length() || line.charAt(at) != c) return false;
    at++;
    return true;
  }

  void expect(char c) {
    if (!skip(c)) throw wrong("\"" + c + "\" at column " + (at + 1));
  }

  void expectEnd() {
    if (!atEnd()) throw wrong("nothing more at column " + (at + 1));
  }

  /// `a`, `a.b`, `a."b.c"`.
  List<String> dotted() {
    var parts = new ArrayList<String>();
    do {
      parts.add(name());
    } while (skip('.'));
    return parts;
  }

  /// A string, or the text of a boolean or number.
  String value() {
    blanks();
    if (at < line.length() && (line.charAt(at) == '"' || line.charAt(at) == '\'')) return string();
    var text = bare();
    if (text.equals("true") || text.equals("false") || text.matches("[0-9]{1,18}")) return text;
    throw wrong("a string in quotes, true, false or a whole number");
  }

  private String name() {
    blanks();
    if (at < line.length() && (line.charAt(at) == '"' || line.charAt(at) == '\'')) return string();
    var text = bare();
    if (text.isEmpty()) throw wrong("a name at column " + (at + 1));
    return text;
  }

  private String bare() {
    var from = at;
    while (at < line.length() && isBare(line.charAt(at))) at++;
    return line.substring(from, at);
  }

  private String string() {
    var quote = line.charAt(at++);
    var out = new StringBuilder();
    while (at < line.length() && line.charAt(at) != quote) {
      var c = line.charAt(at++);
      out.append(c == '\\' && quote == '"' ? escaped() : String.valueOf(c));
    }
    if (at == line.length()) throw wrong("the end of the string, on the same line");
    at++;
    return out.toString();
  }

  private String escaped() {
    var c = at < line.length() ? line.charAt(at++) : '\0';
    return switch (c) {
      case '"', '\\' -> String.valueOf(c);
      case 'n' -> "\n";
      case 'r' -> "\r";
      case 't' -> "\t";
      case 'b' -> "\b";
      case 'f' -> "\f";
      case 'u' -> code(4);
      case 'U' -> code(8);
      default -> throw wrong("an escape such as \\\" or \\\\ at column " + at);
    };
  }

  private String code(int digits) {
    try {
      var point = Integer.parseInt(line, at, at + digits, 16);
      at += digits;
      return Character.toString(point);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new Unexpected(digits + " hexadecimal digits of a character at column " + (at + 1));
    }
  }

  private void blanks() {
    while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) at++;
  }
}
