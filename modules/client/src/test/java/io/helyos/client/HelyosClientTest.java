package io.helyos.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helyos.client.failure.AnswerUnreadable;
import io.helyos.client.failure.FailureKind;
import io.helyos.client.failure.HelyosException;
import io.helyos.client.failure.RequestRefused;
import io.helyos.client.failure.ServerUnreachable;
import io.helyos.client.http.Endpoint;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class HelyosClientTest {
  private static final String PROJECT =
      """
      {"name":"shop","status":"active","created_at":"2026-03-01T12:00:00Z","newer":[1,2],\
      "change":"7f3a","entity":"project|shop","sequence":3}\
      """;

  private static HelyosClient client(TestServer server) {
    return HelyosClient.of(Endpoint.of(server.url()).withToken(Optional.of("hly_1_secret")));
  }

  @Test
  void a_write_tells_its_object_and_its_change() {
    try (var server = new TestServer(TestServer.json(201, PROJECT))) {
      var change = client(server).createProject("shop");
      assertThat(change.object().orElseThrow().name()).isEqualTo("shop");
      assertThat(change.answer().mark()).isEqualTo("project|shop@3");
      var asked = server.asked.getFirst();
      assertThat(asked.line()).isEqualTo("POST /api/v1/projects HTTP/1.1");
      assertThat(asked.body()).isEqualTo("{\"name\":\"shop\"}");
      assertThat(asked.header("authorization")).isEqualTo("Bearer hly_1_secret");
      assertThat(asked.header("content-type")).isEqualTo("application/json");
    }
  }

  @Test
  void a_write_whose_answer_was_cut_off_is_sent_again_under_the_same_key() {
    try (var server = new TestServer("", "HTTP/1.1 201 ", TestServer.json(201, PROJECT))) {
      assertThat(client(server).createProject("shop").object()).isPresent();
      var keys = server.asked.stream().map(it -> it.header("idempotency-key")).distinct().toList();
      assertThat(server.asked).hasSizeGreaterThan(1);
      assertThat(keys).hasSize(1);
      assertThat(keys.getFirst()).hasSize(36);
    }
  }

  @Test
  void a_daemon_that_cannot_be_reached_is_passed_over_and_not_asked_again() {
    try (var server = new TestServer(TestServer.json(200, "[]"), TestServer.json(200, "[]"))) {
      var client = HelyosClient.of(Endpoint.of("http://127.0.0.1:1, " + server.url()));
      assertThat(client.projects()).isEmpty();
      assertThat(client.endpoint().server()).hasToString(server.url());
      assertThat(client.projects()).isEmpty();
    }
  }

  @Test
  void two_writes_have_two_keys() {
    try (var server =
        new TestServer(TestServer.json(201, PROJECT), TestServer.json(201, PROJECT))) {
      var client = client(server);
      client.createProject("shop");
      client.createProject("shop");
      assertThat(server.asked.stream().map(it -> it.header("idempotency-key")).distinct())
          .hasSize(2);
    }
  }

  @Test
  void a_read_after_a_write_asks_to_see_it() {
    try (var server =
        new TestServer(
            TestServer.json(200, "[]"),
            TestServer.json(200, PROJECT, "Helyos-Change: 7f3a", "Helyos-After: project|shop@4"),
            TestServer.json(200, "[]"))) {
      var client = client(server);
      client.pods(Listing.all());
      client.suspendProject("shop");
      client.pods(Listing.all());
      assertThat(server.asked.stream().map(it -> it.header("helyos-after")))
          .containsExactly("", "", "project|shop@4");
    }
  }

  @Test
  void a_starting_daemon_is_asked_again_when_it_says_so() {
    var starting =
        TestServer.answer(503, "application/problem+json", "{\"status\":503}", "Retry-After: 0");
    try (var server = new TestServer(starting, starting, TestServer.json(200, "[]"))) {
      assertThat(client(server).pods(Listing.all())).isEmpty();
      assertThat(server.asked).hasSize(3);
    }
  }

  @Test
  void a_daemon_that_is_away_for_long_is_not_waited_for() {
    var away =
        TestServer.answer(
            503, "application/problem+json", "{\"detail\":\"No journal.\"}", "Retry-After: 60");
    try (var server = new TestServer(away)) {
      assertThatThrownBy(() -> client(server).pods(Listing.all()))
          .isInstanceOf(RequestRefused.class)
          .hasMessage("No journal.");
      assertThat(server.asked).hasSize(1);
    }
  }

  @Test
  void the_error_text_of_other_daemons_is_understood() {
    try (var server = new TestServer(TestServer.json(409, "{\"error\":\"not empty\"}"))) {
      assertThatThrownBy(() -> client(server).deleteProject("shop"))
          .hasMessage("not empty")
          .asInstanceOf(InstanceOfAssertFactories.type(HelyosException.class))
          .extracting(HelyosException::kind)
          .isEqualTo(FailureKind.CONFLICT);
    }
  }

  @Test
  void a_redirect_is_not_followed() {
    try (var elsewhere = new TestServer();
        var server =
            new TestServer(
                TestServer.answer(302, "text/html", "", "Location: " + elsewhere.url() + "/x"))) {
      assertThatThrownBy(() -> client(server).projects())
          .isInstanceOf(AnswerUnreadable.class)
          .hasMessageContaining("redirect (302)");
      assertThat(elsewhere.asked).isEmpty();
    }
  }

  @Test
  void a_page_for_people_is_no_answer() {
    try (var server =
        new TestServer(
            TestServer.answer(200, "text/html", "<html>"), TestServer.json(200, "[{\"name\":"))) {
      assertThatThrownBy(() -> client(server).projects()).isInstanceOf(AnswerUnreadable.class);
      assertThatThrownBy(() -> client(server).projects()).isInstanceOf(AnswerUnreadable.class);
    }
  }

  @Test
  void silence_is_not_waited_for_for_ever() {
    try (var server = new TestServer()) {
      var endpoint = Endpoint.of(server.url()).withSilence(Duration.ofSeconds(2));
      assertThatThrownBy(() -> HelyosClient.of(endpoint).projects())
          .isInstanceOf(ServerUnreachable.class)
          .hasMessageContaining(server.url())
          .hasMessageContaining("no answer in time");
      assertThat(server.asked).hasSize(1);
    }
  }

  @Test
  void names_never_become_syntax() {
    try (var server = new TestServer(TestServer.json(404, "{}"))) {
      assertThatThrownBy(() -> client(server).deployment("a/b?c", ".."))
          .isInstanceOf(RequestRefused.class);
      assertThat(server.asked.getFirst().line())
          .isEqualTo("GET /api/v1/projects/a%2Fb%3Fc/deployments/%2E%2E HTTP/1.1");
    }
  }
}
