package io.helyos.contract.spec.text;

import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Amounts of memory: `64k`, `256m`, `1g`, counted by 1024 as Docker does.
public final class SizeText {
  public static final String PATTERN = "[1-9][0-9]{0,8}[kmgKMG]";

  private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,8})([kmgKMG])");
  private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{0,8}");
  private static final Pattern OTHER_UNIT =
      Pattern.compile("([1-9][0-9]{0,8}[kmgKMG])(?:i|b|ib|iB|B)");

  private SizeText() {}

  /// The number of bytes.
  public static Parsed<Long> parse(String text) {
    var matcher = SIZE.matcher(text);
    if (!matcher.matches()) {
      return refused(text);
    }
    var shift =
        switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
          case "k" -> 10;
          case "m" -> 20;
          default -> 30;
        };
    return Parsed.of(Long.parseLong(matcher.group(1)) << shift);
  }

  private static Parsed<Long> refused(String text) {
    var expected = "expected a size such as 256m or 1g, found %s: ".formatted(Quote.of(text));
    var other = OTHER_UNIT.matcher(text);
    if (other.matches()) {
      return Parsed.bad(expected + "the units are k, m and g", other.group(1));
    }
    return DIGITS.matcher(text).matches()
        ? Parsed.bad(expected + "add the unit", text + "m")
        : Parsed.bad(expected + "write a whole number and one of the units k, m and g");
  }

  /// A parser that also refuses what the engine would not take.
  public static Function<String, Parsed<Long>> between(String least, String most) {
    return text ->
        parse(text)
            .then(bytes ->
                parse(least)
                    .then(min ->
                        parse(most)
                            .then(max -> {
                              if (bytes >= min && bytes <= max) {
                                return Parsed.of(bytes);
                              }
                              return Parsed.refused(
                                  Code.OUT_OF_RANGE,
                                  "expected a size from %s to %s, found %s: choose one in between"
                                      .formatted(least, most, text));
                            })));
  }
}
