package io.helyos.contract.spec.shape;

import io.helyos.contract.spec.document.ScalarKind;
import io.helyos.contract.spec.text.Code;
import io.helyos.contract.spec.text.Nearest;
import io.helyos.contract.spec.text.Parsed;
import io.helyos.contract.spec.text.Quote;
import io.helyos.contract.spec.text.WholeNumber;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The single values that specs are made of.
public final class Scalars {
  private static final Set<ScalarKind> TEXT = EnumSet.of(ScalarKind.TEXT);
  private static final Set<ScalarKind> NUMBER = EnumSet.of(ScalarKind.NUMBER);
  private static final Set<ScalarKind> TEXT_OR_NUMBER =
      EnumSet.of(ScalarKind.TEXT, ScalarKind.NUMBER);

  private Scalars() {}

  public static <T> Shape<T> text(String expected, Function<String, Parsed<T>> parser) {
    return text(expected, parser, Map.of("type", "string"));
  }

  public static <T> Shape<T> text(
      String expected, Function<String, Parsed<T>> parser, Map<String, Object> schema) {
    return text(expected, "put it in quotes", parser, schema);
  }

  /// A text that quotes alone would not make right.
  public static <T> Shape<T> text(
      String expected,
      String remedy,
      Function<String, Parsed<T>> parser,
      Map<String, Object> schema) {
    return new ScalarShape<>(expected, remedy, TEXT, parser, schema);
  }

  /// A value that people write as a number or as a text, such as `10` and `10s`.
  public static <T> Shape<T> textOrNumber(String expected, Function<String, Parsed<T>> parser) {
    var schema = Map.<String, Object>of("type", List.of("string", "integer"));
    return new ScalarShape<>(expected, "write it so", TEXT_OR_NUMBER, parser, schema);
  }

  public static <T> Shape<T> number(
      String expected, Function<String, Parsed<T>> parser, Map<String, Object> schema) {
    return new ScalarShape<>(expected, "write it in digits", NUMBER, parser, schema);
  }

  public static Shape<Integer> wholeNumber(int least, int most) {
    return new ScalarShape<>(
        "a whole number from %d to %d".formatted(least, most),
        "write it in digits",
        NUMBER,
        text -> WholeNumber.between(least, most, text),
        Map.of("type", "integer", "minimum", least, "maximum", most));
  }

  /// Only `true` and `false`: other tools disagree on the further spellings.
  public static Shape<Boolean> bool() {
    return new ScalarShape<>(
        "true or false",
        "write one of them without quotes",
        EnumSet.of(ScalarKind.BOOLEAN),
        text ->
            text.equals("true") || text.equals("false")
                ? Parsed.of(text.equals("true"))
                : Parsed.bad(
                    "expected true or false, found %s: write it in lower case".formatted(text)),
        Map.of("type", "boolean"));
  }

  /// Any text, number or boolean, as exactly the characters that the document has.
  public static Shape<String> exactText(int maxBytes) {
    return new ScalarShape<>(
        "a text, a number or a boolean",
        "write one value",
        EnumSet.of(ScalarKind.TEXT, ScalarKind.NUMBER, ScalarKind.BOOLEAN),
        text -> limited(text, maxBytes),
        Map.of("type", List.of("string", "number", "boolean")));
  }

  public static Shape<String> anyText(int maxBytes) {
    return text("a text", text -> limited(text, maxBytes));
  }

  private static Parsed<String> limited(String text, int maxBytes) {
    var bytes = text.getBytes(StandardCharsets.UTF_8).length;
    return bytes <= maxBytes
        ? Parsed.of(text)
        : Parsed.refused(
            Code.TOO_LONG,
            "expected at most %d bytes, found %d: put it into a file".formatted(maxBytes, bytes));
  }

  /// One of a few words.
  public static <T> Shape<T> word(Map<String, T> words) {
    var expected = "one of " + String.join(", ", words.keySet());
    return text(
        expected,
        "choose one",
        text ->
            Optional.ofNullable(words.get(text))
                .<Parsed<T>>map(Parsed::of)
                .orElseGet(() -> unknownWord(text, expected, words.keySet())),
        Map.of("enum", List.copyOf(words.keySet())));
  }

  private static <T> Parsed<T> unknownWord(String text, String expected, Set<String> words) {
    var found = "expected %s, found %s".formatted(expected, Quote.of(text));
    return Nearest.to(text, words)
        .map(near -> Parsed.<T>bad(found + ": did you mean " + near + "?", near))
        .orElseGet(() -> Parsed.bad(found + ": choose one"));
  }
}
