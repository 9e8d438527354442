package io.helyos.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The ledger as the API tells it. How it is counted, the model's tests show.
class UsageTest {
  private final RunningApi api = RunningApi.start();

  @AfterEach
  void stop() {
    api.close();
  }

  private void twoProjects() {
    Specs.register(api.core, "one");
    api.deploy(Specs.yaml("shop", "api", 1));
    api.deploy(Specs.yaml("bank", "web", 1));
    Specs.running(api.core, 0);
  }

  @Test
  void each_deployment_project_and_image_has_its_item() {
    twoProjects();
    var deployments = api.get("/api/v1/usage").expect(200).json();
    assertThat(deployments.at("/by").asText()).isEqualTo("deployment");
    assertThat(deployments.at("/items").findValuesAsText("name"))
        .containsExactly("bank/web", "shop/api");
    var running = deployments.at("/items/1");
    assertThat(running.get("podSeconds").asDouble()).isPositive();
    assertThat(running.get("availability").asDouble()).isBetween(0.0, 1.0);
    assertThat(running.get("restarts").asLong()).isZero();
    assertThat(deployments.at("/items/0/availability").asDouble()).isZero();
    var projects = api.get("/api/v1/usage?by=project&project=shop").expect(200).json();
    assertThat(projects.at("/items").findValuesAsText("name")).containsExactly("shop");
    var images = api.get("/api/v1/usage?by=image&project=shop").expect(200).json();
    assertThat(images.at("/items")).hasSize(1);
  }

  @Test
  void a_period_ends_now_at_the_latest_and_begins_with_the_journal() {
    var before = Instant.now();
    twoProjects();
    var whole = api.get("/api/v1/usage?until=2100-01-01T00:00:00Z").expect(200).json();
    assertThat(Instant.parse(whole.get("to").asText())).isBefore(Instant.now().plusSeconds(1));
    assertThat(Instant.parse(whole.get("from").asText())).isAfterOrEqualTo(before);
    var nothing = api.get("/api/v1/usage?until=2000-01-01T00:00:00Z").expect(200).json();
    assertThat(nothing.at("/items")).isEmpty();
  }

  @Test
  void a_question_that_cannot_be_meant_is_refused() {
    assertThat(api.bad("GET", "/api/v1/usage?by=node", "").expect(400).answer())
        .contains("deployment, project");
    assertThat(
            api.get("/api/v1/usage?since=2030-01-01T00:00:00Z&until=2020-01-01T00:00:00Z")
                .expect(400)
                .answer())
        .contains("Expected `since` to be before");
    api.get("/api/v1/usage?since=yesterday").expect(400);
  }

  @Test
  void what_a_newer_build_has_written_is_named() {
    twoProjects();
    api.core.becomeOlder();
    var usage = api.get("/api/v1/usage").expect(200).json();
    assertThat(usage.at("/unread").toString()).contains("deployment|shop-api");
  }
}
