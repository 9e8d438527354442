package io.helyos.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DaemonTest {
  @Test
  void before_there_is_a_core_only_health_is_answered() {
    try (var api = RunningApi.start()) {
      api.hasCore = false;
      assertThat(api.get("/health", "Authorization", "").expect(200).answer()).isEqualTo("ok");
      for (var path : new String[] {"/ready", "/metrics", "/openapi.yaml", "/api/v1/pods"}) {
        var refused = api.get(path).expect(503, "starting");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
      }
    }
  }

  @Test
  void a_core_that_is_not_ready_counts_as_none() {
    try (var api = RunningApi.start()) {
      api.core.ready = false;
      api.get("/ready").expect(503, "starting");
      api.core.ready = true;
      assertThat(api.get("/ready", "Authorization", "").expect(200).answer()).isEqualTo("ready");
    }
  }

  @Test
  void the_version_tells_who_answers() {
    try (var api = RunningApi.start()) {
      Specs.register(api.core, "one");
      var version = api.get("/api/v1/version").expect(200).json();
      assertThat(version.at("/version").asText()).isEqualTo("1.2.3");
      assertThat(version.at("/node").asText()).isEqualTo("one");
      assertThat(version.at("/cluster").asText()).isEqualTo("c1");
      assertThat(version.at("/engine").asText()).isEqualTo("Docker 29.0.1");
    }
  }

  @Test
  void metrics_have_the_names_that_dashboards_know() {
    try (var api = RunningApi.start()) {
      Specs.register(api.core, "one");
      api.deploy(Specs.yaml("shop", "api", 1));
      api.get("/metrics").expect(200);
      Specs.running(api.core, 0);
      api.bad("GET", "/nowhere", "").expect(404);
      var figures = api.get("/metrics", "Authorization", "").expect(200).answer();
      assertThat(figures)
          .contains(
              "helyos_http_requests_total{method=\"POST\",path=\"/api/v1/deploy\",status=\"201\"} 1")
          .contains("path=\"none\",status=\"404\"")
          .contains("helyos_http_request_duration_seconds_count")
          .contains("helyos_deployment_ops_total{op=\"deploy\"} 1")
          .contains("\nhelyos_nodes_total 1\n")
          .contains("\nhelyos_deployments_total 1\n")
          .contains("\nhelyos_pods_total 1\n")
          .contains("helyos_container_events_total{event=\"started\"} 1")
          .contains("helyos_container_events_total{event=\"died\"} 0")
          .contains("helyos_schedule_duration_seconds_count{strategy=\"spread\"} 1");
      assertThat(figures.lines().filter(line -> line.startsWith("# HELP")))
          .isNotEmpty()
          .allMatch(line -> line.matches("# HELP \\S+ \\S.*"));
    }
  }

  @Test
  void beyond_the_loopback_address_metrics_need_a_token() {
    var open = HttpSettings.of("0.0.0.0", 0, Set.of("127.0.0.1"), "1");
    try (var api = RunningApi.start(open)) {
      api.bad("GET", "/metrics", "", "Authorization", "").expect(401, "unauthorized");
      api.get("/metrics").expect(200);
    }
  }

  @Test
  void one_address_has_only_so_many_connections() {
    var narrow =
        new HttpSettings(
            "127.0.0.1",
            0,
            Set.of(),
            "1",
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            2,
            0,
            Optional.empty());
    try (var api = RunningApi.start(narrow);
        var first = new RawHttp(api.port());
        var second = new RawHttp(api.port())) {
      var request = "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n";
      assertThat(first.send(request).read().status()).isEqualTo(200);
      assertThat(second.send(request).read().status()).isEqualTo(200);
      RawHttp.ask(api.port(), request).expectProblem(429);
      assertThat(first.send(request).read().status()).isEqualTo(200);
    }
  }

  @Test
  void one_token_has_only_so_many_streams() {
    var narrow =
        new HttpSettings(
            "127.0.0.1",
            0,
            Set.of(),
            "1",
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            0,
            1,
            Optional.empty());
    try (var api = RunningApi.start(narrow)) {
      try (var first = api.stream("/api/v1/events")) {
        assertThat(first.iterator().next()).startsWith(":");
        api.get("/api/v1/events").expect(429, "too-many-requests");
      }
      await().atMost(Duration.ofSeconds(30)).until(() -> isFree(api));
    }
  }

  private static boolean isFree(RunningApi api) {
    try (var _ = api.stream("/api/v1/events")) {
      return true;
    } catch (AssertionError e) {
      return false;
    }
  }

  @Test
  void a_fault_of_the_daemon_is_told_by_an_id_only() {
    try (var api = RunningApi.start()) {
      api.core.broken = true;
      var refused = api.get("/api/v1/pods").expect(500, "internal");
      assertThat(refused.answer()).doesNotContain("Exception", "deep inside");
      assertThat(refused.json().at("/detail").asText())
          .contains(refused.json().at("/instance").asText());
    }
  }
}
