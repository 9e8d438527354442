package io.helyos.http.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.Objects;

/// What is wrong with a JSON body, in words that do not tell how it was read.
final class JsonFaults {
  private JsonFaults() {}

  /// Of JSON that says something else than it should.
  ///
  /// @param path of the field, empty for the whole body
  static String sentence(JsonMappingException e, String path) {
    var message = Objects.requireNonNullElse(e.getOriginalMessage(), "");
    if (message.startsWith("Missing required")) return "The field `%s` is missing.".formatted(path);
    if (message.startsWith("Trailing token")) {
      return "Expected one JSON object, found more after it.";
    }
    var type = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
    var expected = type == null ? "another value" : word(type);
    return path.isEmpty()
        ? "Expected %s, found something else.".formatted(expected)
        : "Expected `%s` to be %s, found something else.".formatted(path, expected);
  }

  /// Of what is no JSON.
  static String sentence(JsonProcessingException e) {
    if (e instanceof StreamConstraintsException) {
      return "Expected a small JSON object, found one that is too deep or has too long a number.";
    }
    var message = Objects.requireNonNullElse(e.getOriginalMessage(), "it ends too early");
    return "Expected a JSON object, but: %s.".formatted(message);
  }

  private static String word(Class<?> type) {
    if (type == int.class || type == long.class || Number.class.isAssignableFrom(type)) {
      return "a whole number";
    }
    if (type == String.class) return "a text";
    return type == boolean.class ? "true or false" : "a JSON object";
  }
}
