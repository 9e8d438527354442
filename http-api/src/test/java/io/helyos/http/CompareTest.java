package io.helyos.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// In what two times differ, and whose each field is.
class CompareTest {
  private static final String ONE = "/api/v1/projects/shop/deployments/api";

  private final RunningApi api = RunningApi.start();

  @AfterEach
  void stop() {
    api.close();
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static Map<String, JsonNode> items(Exchange diff) {
    return stream(diff.expect(200).json().at("/items"))
        .collect(
            Collectors.toMap(
                it -> it.get("kind").asText() + " " + it.get("name").asText(), it -> it));
  }

  private static JsonNode one(Map<String, JsonNode> all, String name) {
    return Objects.requireNonNull(all.get(name), name);
  }

  private static String change(JsonNode item, String field) {
    return stream(item.get("fields"))
        .filter(it -> it.get("field").asText().equals(field))
        .map(it -> it.path("from").asText("-") + " " + it.path("to").asText("-"))
        .findFirst()
        .orElse("");
  }

  private String scale(int replicas) {
    return api.post(ONE + "/scale", "{\"replicas\": %d}".formatted(replicas))
        .expect(200)
        .header("Helyos-Change");
  }

  @Test
  void a_diff_tells_what_came_went_and_changed() {
    api.deploy(Specs.yaml("shop", "api", 1));
    api.deploy(Specs.yaml("shop", "old", 0));
    var before = Instant.now();
    Specs.register(api.core, "one");
    scale(3);
    api.delete("/api/v1/projects/shop/deployments/old");
    api.deploy(Specs.yaml("bank", "web", 1));
    Specs.running(api.core, 0);
    var items = items(api.get("/api/v1/diff?from=" + before));
    assertThat(items.keySet())
        .filteredOn(name -> !name.startsWith("pod "))
        .containsExactlyInAnyOrder(
            "project bank",
            "deployment bank/web",
            "deployment shop/api",
            "deployment shop/old",
            "node one");
    assertThat(change(one(items, "deployment shop/api"), "replicas")).isEqualTo("1 3");
    assertThat(one(items, "deployment shop/old").get("change").asText()).isEqualTo("removed");
    assertThat(one(items, "node one").get("change").asText()).isEqualTo("added");
    assertThat(change(one(items, "pod helyos-shop-api-0"), "node")).isEqualTo("- one");
  }

  @Test
  void a_diff_is_of_one_project_and_of_any_two_times() {
    api.deploy(Specs.yaml("shop", "api", 1));
    var first = scale(2);
    var second = scale(4);
    api.deploy(Specs.yaml("bank", "web", 1));
    var between = items(api.get("/api/v1/diff?from=%s&to=%s".formatted(first, second)));
    assertThat(between)
        .containsOnlyKeys("deployment shop/api", "pod helyos-shop-api-2", "pod helyos-shop-api-3");
    assertThat(change(one(between, "deployment shop/api"), "replicas")).isEqualTo("2 4");
    var back = items(api.get("/api/v1/diff?from=%s&to=%s".formatted(second, first)));
    assertThat(change(one(back, "deployment shop/api"), "replicas")).isEqualTo("4 2");
    assertThat(items(api.get("/api/v1/diff?project=bank&from=" + first)))
        .containsOnlyKeys("project bank", "deployment bank/web", "pod helyos-bank-web-0");
    assertThat(items(api.get("/api/v1/diff?from=%s&to=%s".formatted(first, first)))).isEmpty();
  }

  @Test
  void a_diff_needs_times() {
    assertThat(api.bad("GET", "/api/v1/diff", "").status()).isEqualTo(400);
    assertThat(api.bad("GET", "/api/v1/diff?from=yesterday", "").status()).isEqualTo(400);
    assertThat(api.bad("GET", "/api/v1/diff?from=" + "0".repeat(26), "").status()).isEqualTo(404);
  }

  @Test
  void nothing_is_concluded_from_what_a_newer_build_has_written() {
    api.deploy(Specs.yaml("shop", "api", 1));
    var change = scale(2);
    api.core.becomeOlder();
    assertThat(api.bad("GET", ONE + "/blame", "").status()).isEqualTo(503);
    assertThat(api.bad("GET", "/api/v1/changes/" + change + "/undo", "").status()).isEqualTo(503);
  }

  @Test
  void each_field_is_told_with_who_gave_it_its_value() {
    var made = api.deploy(Specs.yaml("shop", "api", 1)).header("Helyos-Change");
    scale(2);
    var last = scale(5);
    var fields =
        stream(api.get(ONE + "/blame").expect(200).json())
            .collect(Collectors.toMap(it -> it.get("field").asText(), it -> it));
    var replicas = one(fields, "replicas");
    assertThat(replicas.get("value").asText()).isEqualTo("5");
    assertThat(replicas.get("former").asText()).isEqualTo("2");
    assertThat(replicas.get("change").asText()).isEqualTo(last);
    assertThat(replicas.get("author").asText()).isEqualTo("admin");
    assertThat(replicas.get("action").asText()).isEqualTo("scaled");
    assertThat(one(fields, "image").get("change").asText()).isEqualTo(made);
    assertThat(one(fields, "image").path("former").isTextual()).isFalse();
    assertThat(fields).doesNotContainKeys("status", "ready");
    assertThat(api.bad("GET", ONE + "x/blame", "").status()).isEqualTo(404);
  }
}
