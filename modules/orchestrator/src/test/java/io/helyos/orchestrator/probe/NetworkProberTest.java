package io.helyos.orchestrator.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.model.port.ProbeAnswer;
import io.helyos.model.template.Probe;
import io.helyos.model.template.Probe.Action;
import io.helyos.simulator.EngineSettings;
import io.helyos.simulator.SimulatedEngine;
import io.helyos.simulator.SimulatedRuntime;
import io.helyos.simulator.VirtualTimeline;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class NetworkProberTest {
  private static final String HERE = "127.0.0.1";
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofMillis(300);

  private static final CountDownLatch NEVER = new CountDownLatch(1);

  private final NetworkProber prober =
      new NetworkProber(
          new SimulatedRuntime(
              new SimulatedEngine(
                  "sim-1", EngineSettings.DEFAULT, new VirtualTimeline(Instant.EPOCH))));

  @AfterEach
  void endProbing() {
    prober.close();
  }

  private CompletableFuture<ProbeAnswer> ask(Action action, String address, Duration timeout) {
    var probe = new Probe(action, Duration.ofSeconds(10), timeout, 3, Duration.ZERO);
    return prober.ask(probe, "c1", address).toCompletableFuture();
  }

  private ProbeAnswer http(ScriptedServer server, Duration timeout) {
    return answer(ask(new Action.Http("/health", server.port()), HERE, timeout));
  }

  private static ProbeAnswer answer(CompletableFuture<ProbeAnswer> asked) {
    return asked.orTimeout(90, TimeUnit.SECONDS).join();
  }

  private static int closedPort() throws IOException {
    try (var once = new ServerSocket(0, 1, InetAddress.ofLiteral(HERE))) {
      return once.getLocalPort();
    }
  }

  @Test
  void an_http_answer_of_200_is_good() {
    try (var server = ScriptedServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")) {
      assertThat(http(server, LONG)).isEqualTo(ProbeAnswer.good("HTTP 200 OK"));
    }
  }

  @Test
  void a_bad_answer_says_why() {
    var away = "HTTP/1.1 503 Service Unavailable\r\n\r\ndatabase away\nsince noon";
    try (var server = ScriptedServer.answering(away)) {
      assertThat(http(server, LONG))
          .isEqualTo(ProbeAnswer.bad("HTTP 503 Service Unavailable: database away"));
    }
  }

  @Test
  void a_question_carries_nothing_but_path_and_host() {
    try (var server = ScriptedServer.answering("HTTP/1.1 200 OK\r\n\r\n")) {
      answer(ask(new Action.Http("/ready?deep=1", server.port()), HERE, LONG));
      assertThat(server.request().join().lines())
          .containsExactly(
              "GET /ready?deep=1 HTTP/1.1",
              "Host: 127.0.0.1:" + server.port(),
              "User-Agent: helyos-probe",
              "Accept: */*",
              "Connection: close",
              "");
    }
  }

  @Test
  void a_redirection_is_good_and_not_followed() {
    try (var elsewhere = ScriptedServer.answering("HTTP/1.1 200 OK\r\n\r\n");
        var server =
            ScriptedServer.answering(
                "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:%d/\r\n\r\n"
                    .formatted(elsewhere.port()))) {
      assertThat(http(server, LONG)).isEqualTo(ProbeAnswer.good("HTTP 302 Found"));
      // Had it been followed, it would have been before this next answer.
      assertThat(http(server, LONG).passed()).isTrue();
      assertThat(elsewhere.connections()).isZero();
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void a_server_that_hangs_has_not_answered() {
    try (var server = ScriptedServer.hanging()) {
      assertThat(http(server, SHORT)).isEqualTo(ProbeAnswer.bad("no answer within 300 ms"));
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void a_server_that_never_ends_its_first_line_has_not_answered() {
    var dripping =
        new ScriptedServer((_, out) -> {
          out.write("HTTP/1.1 2".getBytes(StandardCharsets.US_ASCII));
          while (true) {
            out.write('0');
            out.flush();
            if (NEVER.await(1, TimeUnit.MILLISECONDS)) {
              return;
            }
          }
        });
    try (dripping) {
      assertThat(http(dripping, SHORT).passed()).isFalse();
      assertThat(dripping.hungUp().orTimeout(90, TimeUnit.SECONDS).join()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"200 OK", "500 Oops"})
  void an_answer_without_end_is_hung_up_on(String status) {
    var endless =
        new ScriptedServer((_, out) -> {
          out.write(("HTTP/1.1 " + status + "\r\n").getBytes(StandardCharsets.US_ASCII));
          while (true) {
            out.write("X-More: of it\r\n".getBytes(StandardCharsets.US_ASCII));
          }
        });
    try (endless) {
      assertThat(http(endless, LONG).words()).isEqualTo("HTTP " + status);
      assertThat(endless.hungUp().orTimeout(90, TimeUnit.SECONDS).join()).isTrue();
    }
  }

  @Test
  void a_polite_server_is_let_finish() throws IOException {
    var finished = new CompletableFuture<Integer>();
    var server =
        new ScriptedServer((in, out) -> {
          out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
          out.flush();
          out.write("x".repeat(8000).getBytes(StandardCharsets.US_ASCII));
          out.flush();
          finished.complete(0);
        });
    try (server) {
      assertThat(http(server, LONG).passed()).isTrue();
      assertThat(finished.orTimeout(90, TimeUnit.SECONDS).join()).isZero();
      assertThat(server.hungUp()).isNotDone();
    }
  }

  @Test
  void where_nobody_listens_the_connection_is_refused() throws IOException {
    var port = closedPort();
    assertThat(answer(ask(new Action.Http("/", port), HERE, LONG)))
        .isEqualTo(ProbeAnswer.bad("connection refused"));
    assertThat(answer(ask(new Action.Tcp(port), HERE, LONG)))
        .isEqualTo(ProbeAnswer.bad("connection refused"));
  }

  @Test
  void a_connection_that_is_accepted_is_good() {
    try (var server = ScriptedServer.hanging()) {
      assertThat(answer(ask(new Action.Tcp(server.port()), HERE, LONG)))
          .isEqualTo(ProbeAnswer.good("connection accepted"));
      assertThat(server.request().orTimeout(90, TimeUnit.SECONDS).join()).as("said").isEmpty();
    }
  }

  @Test
  void a_connection_that_is_not_accepted_in_time_is_bad() throws IOException {
    var waiting = new ArrayList<SocketChannel>();
    try (var full = new ServerSocket(0, 1, InetAddress.ofLiteral(HERE))) {
      for (var i = 0; i < 8; i++) {
        var channel = SocketChannel.open();
        waiting.add(channel);
        channel.configureBlocking(false);
        var _ = channel.connect(full.getLocalSocketAddress());
      }
      assertThat(answer(ask(new Action.Tcp(full.getLocalPort()), HERE, SHORT)))
          .isEqualTo(ProbeAnswer.bad("connection not accepted within 300 ms"));
    } finally {
      for (var channel : waiting) {
        channel.close();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "metadata.internal",
        "127.0.0.1 ",
        "127.0.0.1:80",
        "user@127.0.0.1",
        "0.0.0.0",
        "::",
        "224.0.0.1",
        "169.254.169.254",
        "fe80::1"
      })
  void only_the_literal_address_of_a_container_is_asked(String address) {
    try (var server = ScriptedServer.answering("HTTP/1.1 200 OK\r\n\r\n")) {
      assertThat(answer(ask(new Action.Http("/", server.port()), address, LONG)).words())
          .contains("address");
      assertThat(answer(ask(new Action.Tcp(server.port()), address, LONG)).passed()).isFalse();
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void a_path_cannot_smuggle_another_request() {
    try (var server = ScriptedServer.answering("HTTP/1.1 200 OK\r\n\r\n")) {
      var smuggled = "/ HTTP/1.1\r\nHost: a\r\n\r\nDELETE /";
      var answer = answer(ask(new Action.Http(smuggled, server.port()), HERE, LONG));
      assertThat(answer.passed()).isFalse();
      assertThat(answer.words()).startsWith("expected a path like /health").doesNotContain("\n");
      assertThat(server.connections()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 65_536})
  void what_is_no_port_is_refused(int port) {
    assertThat(answer(ask(new Action.Tcp(port), HERE, LONG)).words())
        .startsWith("expected a port from 1 to 65535");
  }

  @Test
  void hundreds_of_silent_servers_take_one_thread_and_hold_up_nobody() {
    try (var hanging = ScriptedServer.hanging();
        var well = ScriptedServer.answering("HTTP/1.1 200 OK\r\n\r\n")) {
      http(well, LONG);
      var before = Thread.getAllStackTraces().size();
      var open =
          IntStream.range(0, 300)
              .mapToObj(_ -> ask(new Action.Http("/", hanging.port()), HERE, LONG))
              .toList();
      assertThat(http(well, LONG).passed()).isTrue();
      assertThat(open).noneMatch(CompletableFuture::isDone);
      assertThat(Thread.getAllStackTraces().size()).isLessThan(before + 50);
    }
  }

  @Test
  void what_is_still_open_is_answered_when_probing_ends() {
    try (var server = ScriptedServer.hanging()) {
      var asked = ask(new Action.Http("/", server.port()), HERE, LONG);
      server.request().orTimeout(90, TimeUnit.SECONDS).join();
      prober.close();
      assertThat(answer(asked).passed()).isFalse();
      assertThat(answer(ask(new Action.Tcp(server.port()), HERE, LONG)).passed()).isFalse();
    }
  }
}
