package io.helyos.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.helyos.http.access.TokenText;
import io.helyos.model.EntityId;
import io.helyos.model.cluster.ClusterCommand;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
  private RunningApi api;

  @BeforeEach
  void start() {
    api = RunningApi.start();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void a_new_token_is_shown_once_and_works_at_once() {
    var made = api.post("/api/v1/tokens", "{\"name\":\"ci\",\"ttl_secs\":3600}").expect(201);
    var secret = made.json().at("/token").asText();
    assertThat(made.json().at("/expires_at").asText()).isNotEmpty();
    var me = api.get("/api/v1/whoami", "Authorization", "Bearer " + secret).expect(200).json();
    assertThat(me.at("/name").asText()).isEqualTo("ci");
    assertThat(me.at("/last_used_at").asText()).isNotEmpty();
    assertThat(api.get("/api/v1/tokens").answer()).doesNotContain(secret);
  }

  @Test
  void a_revoked_token_is_refused_and_stays_in_the_list() {
    var secret = api.post("/api/v1/tokens", "{\"name\":\"ci\"}").json().at("/token").asText();
    api.delete("/api/v1/tokens/ci").expect(204);
    api.get("/api/v1/whoami", "Authorization", "Bearer " + secret).expect(401, "unauthorized");
    assertThat(api.get("/api/v1/tokens").json().findValues("revoked_at").toString()).contains("20");
    api.delete("/api/v1/tokens/ci").expect(404, "not-found");
  }

  @Test
  void an_expired_token_is_refused() {
    var old = TokenText.random();
    api.core.tell(
        EntityId.cluster(),
        new ClusterCommand.IssueToken(old.id(), "old", old.hash(), Optional.of(Instant.EPOCH)));
    api.get("/api/v1/whoami", "Authorization", "Bearer " + old.whole()).expect(401, "unauthorized");
  }

  @Test
  void no_token_no_answer() {
    var refused = api.bad("GET", "/api/v1/whoami", "", "Authorization", "");
    refused.expect(401, "unauthorized");
    assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
    api.bad("POST", "/api/v1/deploy", "x", "Authorization", "").expect(401, "unauthorized");
    api.bad("GET", "/api/v1/whoami?token=" + api.token.whole(), "", "Authorization", "")
        .expect(401, "unauthorized");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer", "Bearer x", "Basic YTpi", "Bearer hly__", "Bearer hly_abc_def"})
  void what_is_no_token_of_this_cluster_is_refused(String header) {
    api.bad("GET", "/api/v1/whoami", "", "Authorization", header).expect(401, "unauthorized");
  }

  @Test
  void the_right_id_with_a_wrong_secret_is_refused() {
    var wrong = api.token.whole().substring(0, api.token.whole().length() - 1);
    api.get("/api/v1/whoami", "Authorization", "Bearer " + wrong).expect(401, "unauthorized");
    api.get("/api/v1/whoami", "Authorization", "Bearer " + wrong + "!").expect(401, "unauthorized");
  }

  @Test
  void a_name_is_taken_once() {
    api.post("/api/v1/tokens", "{\"name\":\"ci\"}").expect(201);
    api.post("/api/v1/tokens", "{\"name\":\"ci\"}").expect(409, "conflict");
  }

  @Test
  void a_repeated_request_does_not_show_the_secret_of_the_first() {
    var first = api.post("/api/v1/tokens", "{\"name\":\"ci\"}", "Idempotency-Key", "k").expect(201);
    var second = api.post("/api/v1/tokens", "{\"name\":\"ci\"}", "Idempotency-Key", "k");
    second.expect(409, "conflict");
    assertThat(second.answer()).doesNotContain(first.json().at("/token").asText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"a:b\"}",
        "{\"name\":\"\"}",
        "{\"name\":\"a\",\"scope\":\"read\"}",
        "{\"name\":\"a\",\"ttl_secs\":0}",
        "{\"name\":\"a\",\"ttl_secs\":9999999999999}"
      })
  void a_token_that_cannot_be_is_invalid(String body) {
    api.post("/api/v1/tokens", body).expect(422, "invalid");
  }
}
