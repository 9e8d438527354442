package io.helyos.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.helyos.model.EntityId;
import io.helyos.model.journal.FeedRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What was denied and refused is told afterwards; it stands in no other journal.
class RefusedTest {
  private static final String LOG = "/api/v1/audit/log";
  private static final String SHOP = "/api/v1/projects/shop";

  private final RunningApi api = RunningApi.start();

  @AfterEach
  void stop() {
    api.close();
  }

  private JsonNode log(int noted) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> api.get(LOG).expect(200).json().at("/refused").size() >= noted);
    return api.get(LOG).json();
  }

  private List<FeedRow> of(EntityId entity) {
    return ((FakeFeed) api.core.feed())
        .rows().stream().filter(row -> row.entity().equals(entity)).toList();
  }

  @Test
  void a_refused_command_is_told_with_who_what_and_why_not() {
    var before = Instant.now();
    api.deploy(Specs.yaml("shop", "api", 1)).expect(201);
    var events = of(EntityId.project("shop"));
    api.delete(SHOP).expect(409);
    var refused = log(1).at("/refused/0");
    assertThat(refused.get("author").asText()).isEqualTo("admin");
    assertThat(refused.get("from").asText()).isEqualTo("127.0.0.1");
    assertThat(refused.get("method").asText()).isEqualTo("DELETE");
    assertThat(refused.get("path").asText()).isEqualTo(SHOP);
    assertThat(refused.get("status").asInt()).isEqualTo(409);
    assertThat(refused.get("code").asText()).isEqualTo("conflict");
    assertThat(refused.get("reason").asText()).contains("still has deployments");
    assertThat(refused.get("daemon").asText()).isEqualTo(api.core.daemon());
    assertThat(Instant.parse(refused.get("time").asText())).isAfterOrEqualTo(before);
    assertThat(of(EntityId.project("shop"))).isEqualTo(events);
    assertThat(of(EntityId.access(api.core.daemon()))).hasSize(1);
  }

  @Test
  void who_shows_no_good_token_has_no_name() {
    api.bad("POST", SHOP + "/suspend", "", "Authorization", "Bearer hly_no_token");
    var refused = log(1).at("/refused/0");
    assertThat(refused.get("status").asInt()).isEqualTo(401);
    assertThat(refused.get("author").asText()).isEmpty();
    assertThat(refused.toString()).doesNotContain("hly_no_token");
  }

  @Test
  void what_is_wrong_with_a_body_is_told_without_the_body() {
    api.deploy("project: shop\ndeployment: {name: api}\nsecrett: hunter2\n").expect(422);
    var refused = log(1).at("/refused/0");
    assertThat(refused.get("status").asInt()).isEqualTo(422);
    assertThat(refused.toString()).doesNotContain("hunter2", "secrett");
  }

  @Test
  void reads_are_not_told() {
    api.get("/api/v1/projects/nosuch").expect(404);
    api.bad("GET", "/api/v1/projects", "", "Authorization", "Bearer hly_no_token");
    api.bad("POST", "/api/v1/nothing/here", "");
    api.delete("/api/v1/projects/nosuch").expect(404);
    var refused = log(1).at("/refused");
    assertThat(refused).hasSize(1);
    assertThat(refused.at("/0/method").asText()).isEqualTo("DELETE");
  }

  @Test
  void too_many_at_once_are_counted_and_not_told() {
    for (var i = 0; i < 130; i++) api.delete("/api/v1/projects/nosuch").expect(404);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> {
          var log = api.get(LOG).json();
          return log.at("/refused").size() + log.at("/dropped").asInt() == 130;
        });
    var log = api.get(LOG).json();
    assertThat(log.at("/refused").size()).isGreaterThanOrEqualTo(100);
    assertThat(of(EntityId.access(api.core.daemon())).size()).isLessThan(130);
  }

  @Test
  void while_the_journal_is_away_it_waits_and_is_written_once() {
    api.core.journalAway = true;
    api.bad("POST", SHOP + "/suspend", "", "Authorization", "Bearer hly_no_token");
    await().atMost(Duration.ofSeconds(30)).until(() -> api.core.askedInVain > 0);
    api.core.journalAway = false;
    assertThat(log(1).at("/refused")).hasSize(1);
    assertThat(of(EntityId.access(api.core.daemon()))).hasSize(1);
  }

  @Test
  void a_window_of_time_can_be_asked_for() {
    api.delete("/api/v1/projects/nosuch").expect(404);
    log(1);
    assertThat(api.get(LOG + "?since=1h").json().at("/refused")).hasSize(1);
    assertThat(api.get(LOG + "?until=1h").json().at("/refused")).isEmpty();
  }
}
