package io.helyos.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// JSON that is not quite what it should be.
class BodiesTest {
  private static RunningApi api;

  @BeforeAll
  static void start() {
    api = RunningApi.start();
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"replicas\":NaN}",
        "{\"replicas\":1,}",
        "{\"replicas\":1}/* so */",
        "{\"replicas\":1,\"replicas\":2}",
        "{\"replicas\":",
        "\uFEFF{\"replicas\":1}",
        "replicas: 1"
      })
  void what_is_no_json_is_unreadable(String body) {
    scale(body).expect(400, "unreadable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "null",
        "[]",
        "{\"replicas\":1} {}",
        "3",
        "{\"replicas\":null}",
        "{\"replicas\":\"3\"}",
        "{\"replicas\":3.7}",
        "{\"replicas\":1e9}",
        "{\"replicas\":99999999999}",
        "{\"replicas\":true}",
        "{\"replicas\":3,\"force\":true}"
      })
  void json_that_says_something_else_is_invalid(String body) {
    var refused = scale(body).expect(422, "invalid");
    assertThat(refused.answer()).doesNotContain("io.helyos", "jackson", "java.");
  }

  @Test
  void deep_long_and_huge_json_is_refused() {
    var deep = scale("{\"replicas\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}");
    assertThat(deep.status()).isIn(400, 422);
    var longNumber = scale("{\"replicas\":" + "1".repeat(1_000) + "}");
    assertThat(longNumber.status()).isIn(400, 422);
    scale("{\"replicas\":\"" + "1".repeat(1_200_000) + "\"}").expect(413, "too-large");
  }

  @Test
  void a_field_that_is_not_known_is_named_with_the_nearest() {
    var refused = scale("{\"replica\":3,\"replicas\":3}").expect(422, "invalid");
    assertThat(refused.json().at("/errors/0/path").asText()).isEqualTo("replica");
    assertThat(refused.json().at("/errors/0/suggestion").asText()).isEqualTo("replicas");
  }

  @Test
  void utf_16_and_broken_utf_8_are_unreadable() {
    for (var bytes :
        new byte[][] {
          "{\"name\":\"shop\"}".getBytes(StandardCharsets.UTF_16LE),
          {'{', '"', 'n', (byte) 0xff, '"', ':', '1', '}'}
        }) {
      try (var raw = new RawHttp(api.port())) {
        raw.send(
            "POST /api/v1/projects HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + api.token.whole()
                + "\r\nContent-Type: application/json\r\nContent-Length: "
                + bytes.length
                + "\r\n\r\n");
        raw.send(bytes).read().expectProblem(400);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Shop", "a b", "-a", "a/b", "..", "\\u0000", "\\ud800", "a\\nb", "ümlaut"})
  void a_name_that_is_no_dns_label_is_invalid(String name) {
    api.bad(
            "POST",
            "/api/v1/projects",
            "{\"name\":\"" + name + "\"}",
            "Content-Type",
            "application/json")
        .expect(422, "invalid");
  }

  @Test
  void a_body_where_none_belongs_is_refused() {
    api.bad(
            "POST",
            "/api/v1/projects/shop/suspend",
            "{\"force\":true}",
            "Content-Type",
            "application/json")
        .expect(400, "bad-request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/pods?limit=3",
        "/api/v1/pods?project=a&project=b",
        "/api/v1/pods?x[]=1",
        "/api/v1/pods?project=%ff",
        "/api/v1/events?after=-1",
        "/api/v1/events?after=abc",
        "/api/v1/events?after=",
        "/api/v1/events?after=99999999999999999999"
      })
  void a_query_that_makes_no_sense_is_a_bad_request(String target) {
    api.bad("GET", target.replace("[]", "%5B%5D"), "").expect(400);
  }

  @Test
  void a_parameter_that_is_not_known_is_answered_with_the_nearest() {
    var refused = api.bad("GET", "/api/v1/pods?projekt=a", "").expect(400, "bad-request");
    assertThat(refused.json().at("/detail").asText()).contains("Did you mean `project`?");
  }

  private static Exchange scale(String body) {
    return api.bad(
        "POST",
        "/api/v1/projects/shop/deployments/api/scale",
        body,
        "Content-Type",
        "application/json");
  }
}
