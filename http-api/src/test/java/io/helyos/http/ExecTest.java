package io.helyos.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.helyos.contract.exec.ExecChannel;
import io.helyos.model.pod.ExecPlace;
import io.helyos.model.port.ExecPiece;
import io.helyos.model.port.RuntimeFailure.Kind;
import io.helyos.model.port.TerminalSize;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Commands in pods.
@Timeout(60)
class ExecTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String EXEC = "/api/v1/pods/helyos-shop-api-0/exec";
  private RunningApi api;

  @BeforeEach
  void start() {
    api = RunningApi.start();
    api.deploy(Specs.yaml("shop", "api", 1));
    Specs.running(api.core, 0);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private FakeAccess.Asked asked() {
    return api.core.hands().asked.getFirst();
  }

  private List<JsonNode> events(String type) {
    var all = api.get("/api/v1/pods/helyos-shop-api-0/events?tail=100").expect(200).json();
    return all.findParents("type").stream()
        .filter(event -> event.path("type").asText().equals(type))
        .toList();
  }

  private JsonNode end() {
    await().atMost(PATIENCE).until(() -> !events("ExecClosed").isEmpty());
    assertThat(events("ExecClosed")).hasSize(1);
    return events("ExecClosed").getFirst();
  }

  @Test
  void bytes_go_both_ways_and_the_exit_code_is_the_last_word() {
    try (var talk = Talk.open(api, EXEC + "?command=cat&command=-n&stdin=true")) {
      talk.give("hello").join();
      talk.signal("{\"type\":\"input-end\"}");
      var session = asked().session();
      await().atMost(PATIENCE).until(() -> session.heard.equals(List.of("hello", "END")));
      session.say(false, "out");
      session.say(true, "err");
      session.exit(3);
      assertThat(talk.closed.orTimeout(30, TimeUnit.SECONDS).join()).isEqualTo(1000);
      assertThat(talk.heard).containsExactly("1:out", "2:err", "{\"type\":\"exit\",\"code\":3}");
    }
  }

  @Test
  void what_is_asked_for_reaches_the_container_of_the_pod() {
    var query =
        "?command=sh&command=-c&command=a%20b&tty=true&user=app&workdir=/srv&env=A=1&env=B=x%3Dy"
            + "&columns=100&rows=40";
    try (var _ = Talk.open(api, EXEC + query)) {
      var request = asked().request();
      assertThat(asked().place()).isEqualTo(new ExecPlace("one", "c0", 1, 1));
      assertThat(request.command()).containsExactly("sh", "-c", "a b");
      assertThat(request.tty()).isTrue();
      assertThat(request.stdin()).as("a terminal has an input").isTrue();
      assertThat(request.user()).contains("app");
      assertThat(request.workdir()).contains("/srv");
      assertThat(request.env()).isEqualTo(Map.of("A", "1", "B", "x=y"));
      assertThat(request.size()).contains(new TerminalSize(100, 40));
    }
  }

  @Test
  void a_terminal_follows_its_window() {
    try (var talk = Talk.open(api, EXEC + "?command=sh&tty=true")) {
      talk.signal("{\"type\":\"resize\",\"columns\":120,\"rows\":50}");
      talk.signal("{\"type\":\"resize\",\"columns\":0,\"rows\":-1}");
      talk.give("x").join();
      await().atMost(PATIENCE).until(() -> asked().session().heard.equals(List.of("120x50", "x")));
    }
  }

  @Test
  void opening_and_end_are_kept_in_the_pods_history() {
    try (var _ = Talk.open(api, EXEC + "?command=ls&command=-l")) {
      asked().session().exit(7);
      var closed = end();
      var opened = events("ExecOpened").getFirst();
      assertThat(opened.path("author").asText()).isEqualTo("admin");
      assertThat(opened.path("message").asText()).isEqualTo("A user runs `ls -l` in it.");
      assertThat(closed.path("message").asText()).contains("exit code 7");
      assertThat(closed.path("change")).isEqualTo(opened.path("change"));
      assertThat(closed.path("cause").asText())
          .isEqualTo("pod|shop-api-0@" + opened.path("sequence"));
    }
  }

  @Test
  void a_client_that_hangs_up_ends_the_command() {
    try (var talk = Talk.open(api, EXEC + "?command=sleep&command=1h")) {
      asked().session().say(false, "there");
      await().atMost(PATIENCE).until(() -> talk.heard.contains("1:there"));
    }
    await().atMost(PATIENCE).until(() -> asked().session().closed);
    assertThat(end().path("message").asText()).contains("hung up");
  }

  @Test
  void an_engine_that_goes_away_is_told_of() {
    try (var talk = Talk.open(api, EXEC + "?command=top")) {
      asked().session().said.closeExceptionally(new IllegalStateException("engine gone"));
      await()
          .atMost(PATIENCE)
          .until(() -> talk.heard.contains("{\"type\":\"failure\",\"error\":\"engine gone\"}"));
    }
    assertThat(end().path("message").asText()).contains("engine gone");
  }

  @Test
  void a_client_that_does_not_listen_holds_up_the_command_and_nobody_else() {
    try (var deaf = Talk.open(api, EXEC + "?command=yes", false)) {
      var said = asked().session().said;
      var piece = "y".repeat(60_000);
      var refused = 0;
      for (var i = 0; i < 2_000 && refused == 0; i++) {
        var lag =
            said.offer(
                new ExecPiece(false, piece.getBytes(StandardCharsets.UTF_8)),
                2,
                TimeUnit.SECONDS,
                null);
        if (lag < 0) refused++;
      }
      assertThat(refused).as("the command has to wait in its writing").isPositive();
      api.get("/api/v1/pods").expect(200);
      assertThat(deaf.closed).as("it may take its time").isNotDone();
    }
  }

  @Test
  void a_command_that_does_not_read_holds_up_its_client() {
    try (var talk = Talk.open(api, EXEC + "?command=sleep&stdin=true")) {
      var session = asked().session();
      session.reading = new CompletableFuture<>();
      var given =
          CompletableFuture.runAsync(() -> {
            for (var i = 0; i < 2_000; i++) talk.give("x".repeat(60_000)).join();
          });
      await().atMost(PATIENCE).until(() -> session.heard.size() == 1);
      await()
          .during(Duration.ofMillis(500))
          .atMost(PATIENCE)
          .until(() -> session.heard.size() == 1 && !given.isDone());
      session.reading.complete(null);
    }
  }

  @Test
  void strange_messages_end_the_conversation() {
    for (var message : List.of("dance", "{\"type\":\"exit\",\"code\":0}", "[]")) {
      try (var talk = Talk.open(api, EXEC + "?command=cat&stdin=true")) {
        talk.signal(message);
        await().atMost(PATIENCE).until(talk.closed::isDone);
      }
    }
    await()
        .atMost(PATIENCE)
        .until(() -> api.core.hands().asked.stream().allMatch(it -> it.session().closed));
  }

  @Test
  void a_pod_that_does_not_run_is_not_entered() {
    Specs.pending(api.core, 1);
    var answer =
        Talk.refused(api, "/api/v1/pods/helyos-shop-api-1/exec?command=sh", ExecChannel.PROTOCOL);
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat((String) answer.body()).contains("\"conflict\"").contains("Pending");
    assertThat(api.core.hands().asked).isEmpty();
  }

  @Test
  void a_command_that_the_engine_refuses_is_a_problem_and_kept() {
    api.core.hands().refuse(Kind.INVALID, "no such program");
    var answer = Talk.refused(api, EXEC + "?command=nope", ExecChannel.PROTOCOL);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat((String) answer.body()).contains("no such program");
    assertThat(end().path("message").asText()).contains("no such program");
  }

  @Test
  void what_is_no_websocket_is_told_to_become_one() {
    api.bad("GET", EXEC + "?command=ls", "").expect(426, "upgrade-required");
    var other = Talk.refused(api, EXEC + "?command=ls", "chat");
    assertThat(other.statusCode()).isEqualTo(400);
    assertThat((String) other.body()).contains(ExecChannel.PROTOCOL);
  }

  @Test
  void senseless_requests_are_refused_before_anything_is_kept() {
    for (var query : List.of("", "?command=", "?command=a%00b", "?command=ls&env=A", "?cmd=ls")) {
      var answer = Talk.refused(api, EXEC + query, ExecChannel.PROTOCOL);
      assertThat(answer.statusCode()).as(query).isEqualTo(400);
    }
    assertThat(Talk.refused(api, "/api/v1/pods/none/exec?command=a", ExecChannel.PROTOCOL))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(404);
    assertThat(events("ExecOpened")).isEmpty();
  }

  @Test
  void a_long_command_fits() {
    try (var _ = Talk.open(api, EXEC + "?command=sh&command=-c&command=" + "x".repeat(12_000))) {
      assertThat(asked().request().command().getLast()).hasSize(12_000);
    }
  }
}
