package io.helyos.contract.spec.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;

/// What the tables of the small parsers ask.
final class Refusals {
  private Refusals() {}

  static <T> T accepted(Parsed<T> parsed) {
    assertThat(parsed).isInstanceOf(Parsed.Value.class);
    return ((Parsed.Value<T>) parsed).value();
  }

  static <T> Parsed.Refused<T> refused(Function<String, Parsed<T>> parser, String text) {
    var parsed = parser.apply(text);
    assertThat(parsed).as(text).isInstanceOf(Parsed.Refused.class);
    var refused = (Parsed.Refused<T>) parsed;
    assertThat(refused.reason()).matches("(?s)expected .+, found .+: .+");
    return refused;
  }
}
