package io.helyos.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectsTest {
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
  void a_project_is_made_once() {
    var made = api.post("/api/v1/projects", "{\"name\":\"shop\"}").expect(201);
    assertThat(made.header("Helyos-After")).isEqualTo("project|shop@1");
    api.post("/api/v1/projects", "{\"name\":\"shop\"}").expect(409, "conflict");
    assertThat(api.get("/api/v1/projects").json().toString()).contains("\"name\":\"shop\"");
    assertThat(api.get("/api/v1/projects/shop").header("ETag")).isEqualTo("\"1\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "5.5", "true", "[\"a\"]", "{}", "null"})
  void a_name_that_is_no_text_is_refused(String name) {
    var refused =
        api.bad(
                "POST",
                "/api/v1/projects",
                "{\"name\":" + name + "}",
                "Content-Type",
                "application/json")
            .expect(422, "invalid");
    assertThat(refused.json().at("/detail").asText()).contains("name");
    assertThat(api.get("/api/v1/projects").json()).isEmpty();
  }

  @Test
  void a_project_is_suspended_and_resumed() {
    api.post("/api/v1/projects", "{\"name\":\"shop\"}");
    var suspended = api.post("/api/v1/projects/shop/suspend", "").expect(200);
    assertThat(suspended.json().at("/status").asText()).isEqualTo("suspended");
    var again = api.post("/api/v1/projects/shop/suspend", "{}").expect(200);
    assertThat(again.json().at("/sequence").asLong()).isEqualTo(2);
    var resumed = api.post("/api/v1/projects/shop/resume", "").expect(200);
    assertThat(resumed.json().at("/status").asText()).isEqualTo("active");
  }

  @Test
  void an_empty_project_is_deleted_and_one_with_deployments_is_not() {
    api.post("/api/v1/projects", "{\"name\":\"empty\"}");
    api.delete("/api/v1/projects/empty").expect(204);
    api.get("/api/v1/projects/empty").expect(404, "not-found");
    api.deploy(Specs.yaml("shop", "api", 1));
    var refused = api.delete("/api/v1/projects/shop").expect(409, "conflict");
    assertThat(refused.json().at("/detail").asText()).contains("api");
  }

  @Test
  void an_unknown_project_is_404_with_a_near_name() {
    api.post("/api/v1/projects", "{\"name\":\"shop\"}");
    var missing = api.get("/api/v1/projects/shp").expect(404, "not-found");
    assertThat(missing.json().at("/detail").asText()).contains("Did you mean shop?");
    api.post("/api/v1/projects/shp/suspend", "").expect(404, "not-found");
    api.delete("/api/v1/projects/shp").expect(404, "not-found");
  }
}
