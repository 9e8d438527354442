package io.helyos.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Repeating a write, insisting on a state, and reading what was written.
class WritesTest {
  private static final String API = "/api/v1/projects/shop/deployments/api";
  private RunningApi api;

  @BeforeEach
  void start() {
    api = RunningApi.start();
    api.deploy(Specs.yaml("shop", "api", 3)).expect(201);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private Exchange scale(int replicas, String... headers) {
    return api.post(API + "/scale", "{\"replicas\":%d}".formatted(replicas), headers);
  }

  @Test
  void a_write_repeated_under_its_key_is_one_change() {
    var first = scale(5, "Idempotency-Key", "k1").expect(200);
    scale(4).expect(200);
    var second = scale(5, "Idempotency-Key", "k1").expect(200);
    assertThat(second.header("Helyos-Change")).isEqualTo(first.header("Helyos-Change"));
    assertThat(second.header("Helyos-After")).isEqualTo(first.header("Helyos-After"));
    assertThat(second.json().at("/replicas").asInt()).isEqualTo(4);
  }

  @Test
  void a_key_used_for_another_request_is_refused() {
    scale(5, "Idempotency-Key", "k1").expect(200);
    scale(6, "Idempotency-Key", "k1").expect(422, "invalid");
  }

  @Test
  void changes_without_a_key_have_ids_that_sort_by_time() {
    var first = scale(5).header("Helyos-Change");
    var second = scale(6).header("Helyos-Change");
    assertThat(first).hasSize(26).isNotEqualTo(second);
    assertThat(first.substring(0, 9)).isLessThanOrEqualTo(second.substring(0, 9));
  }

  @Test
  void every_event_of_a_deploy_carries_its_change_and_the_second_its_cause() {
    var change = api.deploy(Specs.yaml("blog", "web", 1)).header("Helyos-Change");
    var rows = ((FakeFeed) api.core.feed()).rows();
    assertThat(rows.stream().filter(r -> r.recorded().change().equals(change)).count())
        .isEqualTo(3);
    assertThat(rows.getLast().recorded().cause()).isEqualTo("deployment|blog-web@1");
    assertThat(rows.getLast().recorded().author()).isEqualTo("admin");
  }

  @Test
  void a_stale_if_match_is_refused_and_a_fresh_one_taken() {
    var tag = api.get(API).header("ETag");
    scale(5, "If-Match", tag).expect(200);
    scale(6, "If-Match", tag).expect(412, "precondition-failed");
    scale(6, "If-Match", "*").expect(200);
  }

  @Test
  void if_match_any_needs_something_to_match() {
    api.deploy(Specs.yaml("shop", "new", 1), "If-Match", "*").expect(412, "precondition-failed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2", "\"a\"", "W/\"2\"", "\"2\", \"3\"", "\"\"", "\"99999999999999999999\""})
  void a_malformed_if_match_is_a_bad_request(String tag) {
    scale(5, "If-Match", tag).expect(400, "bad-request");
  }

  @Test
  void a_key_with_spaces_is_a_bad_request() {
    api.bad(
            "POST",
            API + "/scale",
            "{\"replicas\":5}",
            "Content-Type",
            "application/json",
            "Idempotency-Key",
            "a b")
        .expect(400, "bad-request");
  }

  @Test
  void a_read_sees_the_write_that_its_mark_names() {
    var mark = scale(5).header("Helyos-After");
    assertThat(api.get(API, "Helyos-After", mark).expect(200).json().at("/replicas").asInt())
        .isEqualTo(5);
  }

  @Test
  void a_mark_that_no_journal_can_fulfil_is_not_waited_for() {
    api.core.seesNothing = true;
    api.get(API, "Helyos-After", "deployment|shop-api@99").expect(412, "unknown-mark");
    api.get(API, "Helyos-After", "deployment|gone-x@1").expect(412, "unknown-mark");
  }

  @Test
  void a_mark_of_another_journal_is_told_apart() {
    api.get(API, "Helyos-After", "deployment|shop-api@99").expect(412, "unknown-mark");
    api.get(API, "Helyos-After", "deployment|gone-x@1").expect(412, "unknown-mark");
    api.get(API, "Helyos-After", "nonsense").expect(400, "bad-request");
    api.get(API, "Helyos-After", "planet|x@1").expect(400, "bad-request");
  }

  @Test
  void while_the_journal_is_away_writes_are_put_off() {
    api.core.journalAway = true;
    var refused = scale(5).expect(503, "unavailable");
    assertThat(refused.header("Retry-After")).isEqualTo("1");
    api.get(API).expect(200);
  }
}
