package io.helyos.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.helyos.model.EntityId;
import io.helyos.model.cluster.ClusterCommand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What was: the events of one thing, its causes, and reads as of an earlier time.
class HistoryTest {
  private static final String ONE = "/api/v1/projects/shop/deployments/api";

  private final RunningApi api = RunningApi.start();

  @BeforeEach
  void deploy() {
    Specs.register(api.core, "one");
    api.deploy(Specs.yaml("shop", "api", 1));
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private Exchange scale(int replicas) {
    return api.post(ONE + "/scale", "{\"replicas\": %d}".formatted(replicas)).expect(200);
  }

  private static List<Long> sequences(JsonNode events) {
    var all = new ArrayList<Long>();
    events.forEach(event -> all.add(event.get("sequence").asLong()));
    return all;
  }

  private int replicas(String at) {
    return api.get(ONE + "?at=" + at).expect(200).json().at("/replicas").asInt();
  }

  @Test
  void a_history_has_every_event_of_its_thing_and_no_others() {
    scale(2);
    var events = api.get(ONE + "/history").expect(200).json();
    assertThat(sequences(events)).containsExactly(1L, 2L);
    assertThat(events)
        .allMatch(event -> event.get("entity").asText().equals("deployment|shop-api"));
    assertThat(events.get(1).get("action").asText()).isEqualTo("scaled");
    assertThat(events.get(1).get("author").asText()).isEqualTo("admin");
  }

  @Test
  void what_was_removed_keeps_its_history() {
    api.delete(ONE);
    assertThat(api.get(ONE + "/history").expect(200).json()).hasSizeGreaterThan(1);
  }

  @Test
  void a_history_comes_in_pages_that_lead_on() {
    for (var i = 2; i < 6; i++) scale(i);
    var seen = new ArrayList<Long>();
    var next = ONE + "/history?limit=2&since=1h";
    while (!next.isEmpty()) {
      var page = api.get(next).expect(200);
      seen.addAll(sequences(page.json()));
      assertThat(page.json().size()).isLessThanOrEqualTo(2);
      var link = page.header("Link");
      next = link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
    }
    assertThat(seen).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void a_history_can_begin_and_end_at_a_time() {
    var between = Instant.now();
    scale(2);
    assertThat(sequences(api.get(ONE + "/history?since=" + between).expect(200).json()))
        .containsExactly(2L);
    assertThat(sequences(api.get(ONE + "/history?until=" + between).expect(200).json()))
        .containsExactly(1L);
    assertThat(api.get(ONE + "/history?since=2999-01-01T00:00:00Z").expect(200).json()).isEmpty();
  }

  @Test
  void what_never_was_has_no_history() {
    assertThat(api.bad("GET", "/api/v1/pods/helyos-shop-ap-0/history", "").status()).isEqualTo(404);
    assertThat(api.bad("GET", "/api/v1/nodes/ones/history", "").json().at("/detail").asText())
        .contains("Did you mean one");
    assertThat(api.bad("GET", "/api/v1/projects/shp/why", "").status()).isEqualTo(404);
    assertThat(api.bad("GET", ONE + "/history?since=soon", "").status()).isEqualTo(400);
  }

  @Test
  void nodes_and_projects_have_one_too() {
    assertThat(api.get("/api/v1/nodes/one/history").expect(200).json()).isNotEmpty();
    assertThat(api.get("/api/v1/projects/shop/history").expect(200).json()).isNotNull();
  }

  @Test
  void a_read_answers_as_of_a_time() {
    var before = Instant.now();
    scale(4);
    assertThat(replicas(before.toString())).isEqualTo(1);
    assertThat(replicas(Instant.now().toString())).isEqualTo(4);
    assertThat(api.bad("GET", ONE + "?at=2001-01-01T00:00:00Z", "").status()).isEqualTo(404);
    assertThat(api.get("/api/v1/deployments?at=2001-01-01T00:00:00Z").expect(200).json()).isEmpty();
    assertThat(api.get("/api/v1/deployments?at=1h%20ago").expect(200).json()).isEmpty();
  }

  @Test
  void a_change_is_a_time_as_well() {
    var change = scale(2).header("Helyos-Change");
    scale(3);
    assertThat(replicas(change)).isEqualTo(2);
    assertThat(api.bad("GET", ONE + "?at=" + "0".repeat(26), "").json().at("/detail").asText())
        .contains("no change");
    assertThat(api.bad("GET", ONE + "?at=yesterday", "").status()).isEqualTo(400);
  }

  @Test
  void the_chain_of_causes_ends_at_the_command() {
    var change = scale(2).header("Helyos-Change");
    var chain = api.get(ONE + "/why").expect(200).json().at("/chain");
    assertThat(chain).hasSize(1);
    assertThat(chain.get(0).get("author").asText()).isEqualTo("admin");
    assertThat(chain.get(0).get("change").asText()).isEqualTo(change);
  }

  @Test
  void tokens_are_as_valid_as_now_whatever_time_is_asked_for() {
    var before = Instant.now();
    api.core.tell(EntityId.cluster(), new ClusterCommand.RevokeToken("admin"));
    assertThat(api.send("GET", "/api/v1/pods?at=" + before, "").status()).isEqualTo(401);
  }
}
