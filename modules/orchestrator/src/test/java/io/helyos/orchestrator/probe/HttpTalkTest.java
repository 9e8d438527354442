package io.helyos.orchestrator.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.port.ProbeAnswer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTalkTest {
  private static final String CHUNKED = "Transfer-Encoding: chunked\r\n\r\n";

  static Stream<Arguments> answers() {
    return Stream.of(
        Arguments.of("HTTP/1.1 200 OK\r\n\r\nfine", true, "HTTP 200 OK"),
        Arguments.of("HTTP/1.0 204\r\n\r\n", true, "HTTP 204"),
        Arguments.of("HTTP/1.1 302 Found\r\nLocation: /x\r\n\r\n", true, "HTTP 302 Found"),
        Arguments.of("HTTP/1.1 399 Odd\r\n\r\n", true, "HTTP 399 Odd"),
        Arguments.of("HTTP/1.1 200 OK\n\nfine", true, "HTTP 200 OK"),
        Arguments.of("HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\n", true, "HTTP 200 OK"),
        Arguments.of("HTTP/1.1 400 Bad Request\r\n\r\n", false, "HTTP 400 Bad Request"),
        Arguments.of(
            "HTTP/1.1 503 Service Unavailable\r\nA: b\r\n\r\ndatabase away\nmore",
            false,
            "HTTP 503 Service Unavailable: database away"),
        Arguments.of(
            "HTTP/1.1 500 Oops\r\n" + CHUNKED + "d\r\n\r\nout of luck\r\n0\r\n\r\n",
            false,
            "HTTP 500 Oops: out of luck"),
        Arguments.of(
            "HTTP/1.1 500 Oops\r\n\r\n\u001b[31mred\u0007", false, "HTTP 500 Oops: [31mred"),
        Arguments.of("HTTP/1.1 500 Oops\r\nA: b", false, "HTTP 500 Oops"),
        Arguments.of("HTTP/1.1 404 Not Found\r\n\r\nGrüße ☀", false, "HTTP 404 Not Found: Grüße ☀"),
        Arguments.of("SSH-2.0-OpenSSH_9.2\r\n", false, "expected HTTP, found: SSH-2.0-OpenSSH_9.2"),
        Arguments.of("HTTP/1.1 2000 OK\r\n", false, "expected HTTP, found: HTTP/1.1 2000 OK"),
        Arguments.of("HTTP/1.1 200", false, "expected HTTP, found: HTTP/1.1 200"),
        Arguments.of("\r\n", false, "expected HTTP, found something else"),
        Arguments.of("\u0015\u0003\u0001\u0000\u0002", false, "speaks TLS, expected HTTP"),
        Arguments.of("", false, "connection closed without an answer"));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void an_answer_is_understood_however_it_is_cut(String said, boolean passed, String words) {
    var bytes = said.getBytes(StandardCharsets.UTF_8);
    for (var piece = 1; piece <= Math.max(1, bytes.length); piece++) {
      assertThat(heard(bytes, piece))
          .as("in pieces of %d bytes", piece)
          .isEqualTo(new ProbeAnswer(passed, words));
    }
  }

  private static ProbeAnswer heard(byte[] bytes, int piece) {
    var talk = new HttpTalk("/health", "10.0.0.1:80");
    for (var at = 0; at < bytes.length; at += piece) {
      var answer = talk.hear(ByteBuffer.wrap(bytes, at, Math.min(piece, bytes.length - at)));
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    return talk.atEnd();
  }

  @Test
  void a_good_status_is_an_answer_before_the_headers_have_come() {
    assertThat(said(new HttpTalk("/", "h"), "HTTP/1.1 200 OK\r\n")).isPresent();
  }

  @Test
  void a_bad_status_waits_for_the_reason() {
    var talk = new HttpTalk("/", "h");
    assertThat(said(talk, "HTTP/1.1 503 Away\r\n\r\nthe data")).isEmpty();
    assertThat(talk.atDeadline(Duration.ofSeconds(1)))
        .isEqualTo(ProbeAnswer.bad("HTTP 503 Away: the data"));
  }

  @Test
  void a_status_that_never_ends_is_no_answer() {
    var talk = new HttpTalk("/", "h");
    assertThat(said(talk, "HTTP/1.1 200 " + "O".repeat(100))).isEmpty();
    assertThat(talk.atDeadline(Duration.ofMillis(1500)))
        .isEqualTo(ProbeAnswer.bad("no answer within 1500 ms"));
  }

  @Test
  void headers_without_end_are_read_to_16_kib_and_no_further() {
    var talk = new HttpTalk("/", "h");
    assertThat(said(talk, "HTTP/1.1 500 Oops\r\n")).isEmpty();
    for (var i = 0; i < 1022; i++) {
      assertThat(said(talk, "X-Header: 12345\n")).isEmpty();
    }
    assertThat(talk.isOver()).isFalse();
    assertThat(said(talk, "X-Header: 12345\n")).contains(ProbeAnswer.bad("HTTP 500 Oops"));
    assertThat(talk.isOver()).isTrue();
  }

  @Test
  void a_long_line_of_the_body_is_cut() {
    var answer = said(new HttpTalk("/", "h"), "HTTP/1.1 500 Oops\r\n\r\n" + "x".repeat(5000));
    assertThat(answer.orElseThrow().words())
        .startsWith("HTTP 500 Oops: xxx")
        .hasSizeLessThanOrEqualTo(ProbeAnswer.LONGEST + 3);
  }

  private static Optional<ProbeAnswer> said(HttpTalk talk, String text) {
    return talk.hear(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/health", "/health?deep=1&x=%20", "/a//b/../c", "//elsewhere/x"})
  void a_path_may_hold_what_can_stand_in_a_request(String path) {
    assertThat(HttpTalk.isPath(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "health",
        "http://elsewhere/",
        "/a b",
        "/a\r\nX: y",
        "/a\n",
        "/a\tb",
        "/ü",
        "/\u0000",
        "/ HTTP/1.1\r\nHost: elsewhere\r\n\r\n"
      })
  void what_is_no_path_is_refused(String path) {
    assertThat(HttpTalk.isPath(path)).isFalse();
  }
}
