package io.helyos.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LogsTest {
  private static final String LOGS = "/api/v1/projects/shop/deployments/api/logs";
  private RunningApi api;

  @BeforeEach
  void start() {
    api = RunningApi.start();
    Specs.register(api.core, "one");
    api.deploy(Specs.yaml("shop", "api", 3));
    api.core.containers().write(Specs.running(api.core, 0), "zero a", "zero b");
    api.core.containers().write(Specs.running(api.core, 1), "one a");
    Specs.pending(api.core, 2);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private List<String> data(String query) {
    try (var lines = api.stream(LOGS + query)) {
      return lines.filter(line -> line.startsWith("data: ")).map(l -> l.substring(6)).toList();
    }
  }

  @Test
  void all_pods_of_a_deployment_are_in_one_stream() {
    assertThat(data("?follow=false")).containsExactlyInAnyOrder("zero a", "zero b", "one a");
  }

  @Test
  void a_frame_begins_with_its_line_and_names_its_pod() {
    try (var lines = api.stream(LOGS + "?follow=false&pod=1")) {
      assertThat(lines.dropWhile(line -> !line.startsWith("data")).limit(3))
          .containsExactly(
              "data: one a",
              "id: helyos-shop-api-1@2026-01-01T12:00:00Z",
              "event: helyos-shop-api-1");
    }
  }

  @Test
  void one_pod_is_chosen_by_index_or_by_name() {
    assertThat(data("?follow=false&pod=1")).containsExactly("one a");
    assertThat(data("?follow=false&pod=helyos-shop-api-0")).containsExactly("zero a", "zero b");
    api.get(LOGS + "?pod=7").expect(404, "not-found");
  }

  @Test
  void a_pod_without_a_container_has_no_lines() {
    assertThat(data("?follow=false&pod=2")).isEmpty();
  }

  @Test
  void a_container_that_has_just_gone_does_not_end_the_others() {
    Specs.running(api.core, 3);
    assertThat(data("?follow=false")).hasSize(3);
  }

  @Test
  void tail_since_and_timestamps_are_passed_on() {
    assertThat(data("?follow=false&pod=1&tail=5&since=2026-01-01T00:00:00Z&timestamps"))
        .containsExactly("2026-01-01T12:00:00Z one a");
    var query = api.core.containers().queries.getLast();
    assertThat(query.tail()).isEqualTo(5);
    assertThat(query.follow()).isFalse();
    assertThat(query.since()).contains(Instant.parse("2026-01-01T00:00:00Z"));
  }

  @Test
  void a_carriage_return_does_not_break_a_frame() {
    api.core.containers().write(Specs.API.pod(1), "10%\r20%\rdata: x");
    assertThat(data("?follow=false&pod=1")).containsExactly("10%", "20%", "data: x");
  }

  @Test
  void a_followed_stream_goes_on_with_a_container_that_starts_later() {
    try (var stream = api.stream(LOGS)) {
      var data = stream.filter(line -> line.startsWith("data: ")).iterator();
      for (var i = 0; i < 3; i++) data.next();
      api.core.containers().write(Specs.API.pod(4), "four a");
      Specs.running(api.core, 4);
      assertThat(data.next()).isEqualTo("data: four a");
    }
  }

  @Test
  void what_makes_no_sense_is_a_bad_request() {
    api.bad("GET", LOGS + "?tail=-1", "").expect(400, "bad-request");
    api.bad("GET", LOGS + "?tail=1e9", "").expect(400, "bad-request");
    api.bad("GET", LOGS + "?follow=maybe", "").expect(400, "bad-request");
    api.bad("GET", LOGS + "?since=yesterday", "").expect(400, "bad-request");
    api.get("/api/v1/projects/shop/deployments/apo/logs").expect(404, "not-found");
  }
}
