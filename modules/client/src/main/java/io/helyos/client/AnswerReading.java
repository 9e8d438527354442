package io.helyos.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.helyos.client.failure.AnswerUnreadable;
import io.helyos.client.http.Answer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// From the bytes of an answer to what they say. What is no answer of a daemon is told as such: a
/// proxy or another server may sit at the address.
final class AnswerReading {
  private AnswerReading() {}

  static <T> T read(Answer answer, Class<T> type, ObjectMapper json, Object server) {
    try {
      var value = answer.isJson() ? json.readValue(answer.body(), type) : null;
      if (value != null) return value;
    } catch (IOException e) {
      throw unreadable(answer, server, e.getMessage(), e);
    }
    var found = answer.type().isEmpty() ? "no content type" : answer.type();
    throw unreadable(answer, server, found, null);
  }

  private static AnswerUnreadable unreadable(
      Answer answer, Object server, @Nullable String found, @Nullable Throwable cause) {
    var first = String.valueOf(found).lines().findFirst().orElse("");
    return new AnswerUnreadable(
        "Expected an answer of a Helyos daemon at %s, found status %d with something else: %s."
                .formatted(server, answer.status(), first)
            + " Check the address and the daemon's version.",
        cause);
  }
}
