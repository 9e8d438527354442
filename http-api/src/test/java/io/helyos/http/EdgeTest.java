package io.helyos.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.http.RawHttp.Reply;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests that are meant to do harm, or that no client should send.
class EdgeTest {
  private static final String HOST = "Host: localhost\r\n";
  private static RunningApi api;

  /// Gives up on bodies soon.
  private static RunningApi hasty;

  @BeforeAll
  static void start() {
    api = RunningApi.start();
    hasty = RunningApi.start(RunningApi.settings(Duration.ofMillis(700)));
  }

  @AfterAll
  static void stop() {
    api.close();
    hasty.close();
  }

  private static String head(String request, String... headers) {
    return head(api, request, headers);
  }

  private static String head(RunningApi to, String request, String... headers) {
    return request
        + " HTTP/1.1\r\n"
        + HOST
        + "Authorization: Bearer "
        + to.token.whole()
        + "\r\n"
        + String.join("", headers)
        + "\r\n";
  }

  private static Reply ask(String request, String... headers) {
    return RawHttp.ask(api.port(), head(request, headers));
  }

  private static Reply askRaw(String text) {
    return RawHttp.ask(api.port(), text);
  }

  @Test
  void no_host_two_hosts_and_a_foreign_host_are_refused() {
    askRaw("GET /health HTTP/1.1\r\n\r\n").expectProblem(400, 421);
    askRaw("GET /health HTTP/1.1\r\n" + HOST + "Host: evil.example\r\n\r\n").expectProblem(400);
    askRaw("GET /health HTTP/1.1\r\nHost: evil.example\r\n\r\n").expectProblem(421);
    askRaw("GET /health HTTP/1.1\r\nHost: localhost.evil.example:6443\r\n\r\n").expectProblem(421);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "LOCALHOST:80", "127.0.0.1:6443", "[::1]:6443", "helyos.test"})
  void the_names_of_the_daemon_are_taken(String host) {
    assertThat(askRaw("GET /health HTTP/1.1\r\nHost: " + host + "\r\n\r\n").status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://evil.example", "null", "http://localhost:3000", "https://localhost.evil"})
  void a_foreign_origin_is_refused_on_every_route(String origin) {
    ask("GET /api/v1/events", "Origin: " + origin + "\r\n").expectProblem(403);
    ask("GET /health", "Origin: " + origin + "\r\n").expectProblem(403);
    var preflight = ask("OPTIONS /api/v1/deploy", "Origin: " + origin + "\r\n").expectProblem(403);
    assertThat(preflight.head()).doesNotContain("Access-Control");
  }

  @Test
  void the_own_origin_is_taken() {
    assertThat(ask("GET /health", "Origin: http://localhost\r\n").status()).isEqualTo(200);
  }

  @Test
  void an_unknown_method_is_not_implemented_and_a_long_one_refused() {
    ask("FOOBAR /health").expectProblem(501);
    ask("A".repeat(40) + " /health").expectProblem(400, 501);
  }

  @Test
  void a_known_method_that_a_path_does_not_take_is_told_those_that_it_takes() {
    var refused = ask("PUT /api/v1/projects/shop").expectProblem(405);
    assertThat(refused.head()).contains("Allow: DELETE, GET");
    ask("TRACE /health").expectProblem(405);
    ask("OPTIONS /health").expectProblem(405);
  }

  @Test
  void long_addresses_and_large_heads_are_refused() {
    ask("GET /" + "a".repeat(17_000)).expectProblem(414);
    ask("GET /health", "X-A: " + "a".repeat(9_000) + "\r\n").expectProblem(431);
    ask("GET /health", "X-" + "a".repeat(100) + ": a\r\n").expectProblem(431);
    ask("GET /health", "X-A: a\r\n".repeat(100)).expectProblem(431);
  }

  @Test
  void a_head_without_end_is_cut_off_and_harms_nobody() {
    var endless = head("GET /api/v1/whoami", "X-Token: " + "a".repeat(1_000_000) + "\r\n");
    RawHttp.askTooMuch(api.port(), endless).ifPresent(answer -> answer.expectProblem(431));
    assertThat(ask("GET /health").status()).isEqualTo(200);
  }

  @Test
  void a_nested_comment_in_the_user_agent_does_no_harm() {
    assertThat(ask("GET /health", "User-Agent: " + "(".repeat(3_000) + "\r\n").status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"%00", "a%00b", "a%2fb", "%2f", "%ff%fe", "%c0%af", "%0a", "%zz", "%ed%a0%80"})
  void a_path_segment_that_is_no_text_is_refused(String segment) {
    ask("GET /api/v1/projects/" + segment).expectProblem(400, 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../..",
        "/%2e%2e/%2e%2e/health",
        "/health/",
        "//health",
        "/HEALTH",
        "/health;a=1",
        "/api/v1/projects/",
        "/api/v1/pods//"
      })
  void paths_are_taken_literally(String path) {
    ask("GET " + path).expectProblem(404);
  }

  @Test
  void a_raw_byte_in_the_path_is_refused() {
    askRaw("GET /api/v1/projects/\u00ff HTTP/1.1\r\n" + HOST + "\r\n").expectProblem(400);
  }

  @Test
  void a_wrong_length_is_refused_before_the_body() {
    var type = "Content-Type: application/json\r\n";
    ask("POST /api/v1/projects", type, "Content-Length: -1\r\n").expectProblem(400);
    ask("POST /api/v1/projects", type, "Content-Length: 999999999999\r\n").expectProblem(413);
    ask("POST /api/v1/projects", type, "Content-Length: 9000000\r\n").expectProblem(413);
    ask("POST /api/v1/deploy", type, "Content-Length: 200000\r\n").expectProblem(413);
  }

  @Test
  void a_chunked_body_is_cut_at_its_limit() {
    try (var raw = new RawHttp(api.port())) {
      raw.send(
          head(
              "POST /api/v1/deploy",
              "Content-Type: application/yaml\r\n",
              "Transfer-Encoding: chunked\r\n"));
      // Just above the limit, so that nothing is left unread when the answer comes.
      raw.send("20001\r\n" + "a".repeat(0x20001) + "\r\n");
      raw.read().expectProblem(413);
    }
  }

  @Test
  void a_body_that_does_not_come_is_given_up() {
    try (var raw = new RawHttp(hasty.port())) {
      raw.send(
          head(
                  hasty,
                  "POST /api/v1/projects",
                  "Content-Type: application/json\r\n",
                  "Content-Length: 100\r\n")
              + "{\"name\":");
      raw.read().expectProblem(408);
    }
  }

  @Test
  void a_body_that_drips_is_given_up() throws Exception {
    try (var raw = new RawHttp(hasty.port())) {
      raw.send(
          head(
              hasty,
              "POST /api/v1/projects",
              "Content-Type: application/json\r\n",
              "Content-Length: 1000000\r\n"));
      var dripping =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  while (!Thread.interrupted()) {
                    raw.send(" ");
                    Thread.onSpinWait();
                  }
                } catch (java.io.UncheckedIOException e) {
                  // The daemon has closed the connection, as it should.
                }
              });
      raw.read().expectProblem(408, 413);
      dripping.interrupt();
      dripping.join();
    }
  }

  @Test
  void an_encoded_body_is_refused() {
    for (var encoding : new String[] {"gzip", "br", "deflate", "nonsense"}) {
      ask(
              "POST /api/v1/projects",
              "Content-Type: application/json\r\n",
              "Content-Encoding: " + encoding + "\r\n",
              "Content-Length: 0\r\n")
          .expectProblem(415);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Content-Type: nonsense\r\n",
        "Content-Type: text/plain\r\n",
        "Content-Type: multipart/form-data; boundary=a\r\n"
      })
  void a_write_needs_its_content_type(String type) {
    var body = "{\"name\":\"shop\"}";
    try (var raw = new RawHttp(api.port())) {
      raw.send(
          head("POST /api/v1/projects", type, "Content-Length: " + body.length() + "\r\n") + body);
      raw.read().expectProblem(400, 415);
    }
  }

  @Test
  void an_answer_is_json_whatever_is_accepted() {
    var answer = ask("GET /api/v1/projects", "Accept: image/png\r\n");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.head()).contains("Content-Type: application/json");
  }

  @Test
  void the_daemon_does_not_tell_what_it_is_made_of() {
    assertThat(ask("GET /health").head().toLowerCase(java.util.Locale.ROOT))
        .doesNotContain("server:")
        .doesNotContain("pekko");
  }
}
