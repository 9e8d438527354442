package io.helyos.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OpenApiTest {
  @Test
  void every_route_is_described_and_every_description_has_a_route() {
    try (var api = RunningApi.start()) {
      var routes = new TreeSet<String>();
      for (var route : api.api.routes()) routes.add(route.method() + " " + route.path().text());
      assertThat(described()).isEqualTo(routes);
    }
  }

  @Test
  void the_description_is_served() {
    try (var api = RunningApi.start()) {
      var served = api.get("/openapi.yaml", "Authorization", "").expect(200);
      assertThat(served.answer()).isEqualTo(Contract.TEXT);
    }
  }

  @Test
  void an_unknown_field_in_an_answer_would_be_noticed() {
    try (var api = RunningApi.start()) {
      api.post("/api/v1/projects", "{\"name\":\"shop\"}").expect(201);
      var good = api.get("/api/v1/projects/shop");
      var more = good.answer().replaceFirst("\\{", "{\"surprise\":1,");
      var bad = new Exchange("GET", good.target(), good.sent(), "", 200, good.received(), more);
      assertThat(Contract.judge(good).hasErrors()).isFalse();
      assertThat(Contract.judge(bad).hasErrors()).isTrue();
      var less = good.answer().replace("\"status\":\"active\",", "");
      assertThat(less).isNotEqualTo(good.answer());
      var poor = new Exchange("GET", good.target(), good.sent(), "", 200, good.received(), less);
      assertThat(Contract.judge(poor).hasErrors()).isTrue();
    }
  }

  /// Read without the library that judges the tests, so that it cannot hide a path.
  private static Set<String> described() {
    var found = new TreeSet<String>();
    var path = "";
    var paths =
        Contract.TEXT.substring(
            Contract.TEXT.indexOf("\npaths:\n"), Contract.TEXT.indexOf("\ncomponents:\n"));
    for (var line : paths.lines().toList()) {
      if (line.matches("  /.*:")) path = line.strip().replaceFirst(":$", "");
      if (line.matches("    (get|post|put|delete|patch):")) {
        found.add(line.strip().replace(":", "").toUpperCase(Locale.ROOT) + " " + path);
      }
    }
    return found;
  }
}
