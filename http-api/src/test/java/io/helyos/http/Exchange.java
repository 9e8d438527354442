package io.helyos.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/// A request and its answer, as they went over the wire.
record Exchange(
    String method,
    String target,
    Map<String, String> sent,
    String body,
    int status,
    Map<String, String> received,
    String answer) {
  private static final ObjectMapper JSON = new ObjectMapper();

  JsonNode json() {
    try {
      return JSON.readTree(answer);
    } catch (JsonProcessingException e) {
      throw new AssertionError("No JSON: " + answer, e);
    }
  }

  String header(String name) {
    return received.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "");
  }

  Exchange expect(int expected) {
    assertThat(status).as("status of %s %s: %s", method, target, answer).isEqualTo(expected);
    return this;
  }

  /// The status and the code of a problem.
  Exchange expect(int expected, String code) {
    expect(expected);
    assertThat(header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(json().path("code").asText()).isEqualTo(code);
    assertThat(json().path("error").asText()).isEqualTo(json().path("detail").asText());
    return this;
  }
}
