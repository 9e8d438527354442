package io.helyos.cli.shell;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Which of the three streams are terminals, how large they are and what they can show.
///
/// @param columns 0 when unknown
/// @param rows 0 when unknown
/// @param colour wanted by the person and known to the terminal
/// @param unicode the locale can show more than ASCII
public record Terminal(
    boolean in, boolean out, boolean err, int columns, int rows, boolean colour, boolean unicode) {
  /// Pipes on all sides.
  public static final Terminal NONE = new Terminal(false, false, false, 0, 0, false, false);

  /// What the launcher found out, for the JVM cannot: `helyos.tty` has a digit for each stream that
  /// is a terminal, `helyos.size` has rows and columns.
  public static Terminal of(String tty, String size, Map<String, String> environment) {
    var numbers = size.strip().split(" ", 2);
    var term = environment.getOrDefault("TERM", "dumb");
    var plain = !environment.getOrDefault("NO_COLOR", "").isEmpty() || term.equals("dumb");
    return new Terminal(
        tty.contains("0"),
        tty.contains("1"),
        tty.contains("2"),
        columns(environment, numbers.length == 2 ? number(numbers[1]) : 0),
        number(numbers[0]),
        !plain,
        isUnicode(environment));
  }

  /// Progress may be rewritten in place.
  public boolean live() {
    return err && colour;
  }

  private static int columns(Map<String, String> environment, int measured) {
    var wanted = number(environment.getOrDefault("COLUMNS", ""));
    return wanted > 0 ? wanted : measured;
  }

  private static boolean isUnicode(Map<String, String> environment) {
    return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .map(value -> value.toLowerCase(Locale.ROOT).replace("-", ""))
        .filter(value -> value.endsWith("utf8"))
        .isPresent();
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
  }
}
