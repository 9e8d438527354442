package io.helyos.contract.spec.text;

import java.util.Optional;
import java.util.function.Function;

/// What became of a text: a value, or the reason why not.
public sealed interface Parsed<T> {

  record Value<T>(T value) implements Parsed<T> {}

  /// No value.
  ///
  /// @param reason a whole message: what was expected, what was found, what to do
  record Refused<T>(Code code, String reason, Optional<String> suggestion) implements Parsed<T> {}

  static <T> Parsed<T> of(T value) {
    return new Value<>(value);
  }

  static <T> Parsed<T> refused(Code code, String reason) {
    return new Refused<>(code, reason, Optional.empty());
  }

  static <T> Parsed<T> bad(String reason) {
    return refused(Code.BAD_VALUE, reason);
  }

  static <T> Parsed<T> bad(String reason, String suggestion) {
    return new Refused<>(Code.BAD_VALUE, reason, Optional.of(suggestion));
  }

  /// Goes on with the value; a refusal stays as it is.
  default <R> Parsed<R> then(Function<T, Parsed<R>> next) {
    return switch (this) {
      case Value<T>(var value) -> next.apply(value);
      case Refused<T>(var code, var reason, var suggestion) ->
          new Refused<>(code, reason, suggestion);
    };
  }

  default <R> Parsed<R> map(Function<T, R> change) {
    return then(value -> of(change.apply(value)));
  }
}
