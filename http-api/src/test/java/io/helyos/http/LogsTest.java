package io.helyos.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
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
          .satisfiesExactly(
              line -> assertThat(line).isEqualTo("data: one a"),
              line ->
                  assertThat(line)
                      .matches("id: helyos-shop-api-1@2026-01-01T12:00:00Z;[A-Za-z0-9_-]{8,40}"),
              line -> assertThat(line).isEqualTo("event: helyos-shop-api-1"));
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
  void a_pod_whose_container_has_just_gone_does_not_end_the_others() {
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
    api.core.containers().write(Specs.API.pod(2), "10%\r20%\rdata: x");
    assertThat(data("?follow=false&pod=2")).containsExactly("10%", "20%", "data: x");
  }

  @Test
  void a_pod_has_an_address_of_its_own() {
    try (var lines = api.stream("/api/v1/pods/helyos-shop-api-0/logs?follow=false&tail=1")) {
      assertThat(lines.filter(line -> line.startsWith("data"))).containsExactly("data: zero b");
    }
    api.bad("GET", "/api/v1/pods/helyos-shop-api-9/logs", "").expect(404, "not-found");
    api.bad("GET", "/api/v1/pods/helyos-shop-api-0/logs?pod=1", "").expect(400, "bad-request");
  }

  @Test
  void the_previous_container_is_the_newest_before_the_present_one() {
    var pod = Specs.API.pod(1);
    api.core.containers().start(pod, -1).end();
    var previous = api.core.containers().start(pod, 0);
    previous.write(FakeLogs.NOON, "last words");
    previous.end();
    assertThat(data("?previous&pod=1")).containsExactly("last words");
    assertThat(data("?previous=true")).as("of all that have one").containsExactly("last words");
    assertThat(data("?pod=1&follow=false")).containsExactly("one a");
  }

  @Test
  void without_a_previous_container_it_says_where_the_last_words_are() {
    assertThat(api.get(LOGS + "?previous=true&pod=0").expect(404, "not-found").answer())
        .contains("Pod helyos-shop-api-0 has no previous container", "helyos describe pod");
  }

  @Test
  void an_engine_that_is_away_is_not_an_empty_log() {
    api.core.containers().away = true;
    api.get(LOGS + "?follow=false").expect(503, "unavailable");
  }

  @Test
  void reading_what_there_is_goes_on_after_a_break() {
    var ids = new ArrayList<String>();
    try (var lines = api.stream(LOGS + "?follow=false")) {
      lines.filter(line -> line.startsWith("id: ")).forEach(line -> ids.add(line.substring(4)));
    }
    assertThat(resumed("?follow=false", ids.get(0))).containsExactly("zero b", "one a");
    assertThat(resumed("?follow=false", ids.get(1))).containsExactly("one a");
    assertThat(resumed("?follow=false", ids.get(2))).isEmpty();
  }

  private List<String> resumed(String query, String id) {
    try (var lines = api.stream(LOGS + query, "Last-Event-ID", id)) {
      return lines.filter(line -> line.startsWith("data: ")).map(l -> l.substring(6)).toList();
    }
  }

  @Test
  void what_makes_no_sense_is_a_bad_request() {
    api.bad("GET", LOGS + "?tail=-1", "").expect(400, "bad-request");
    api.bad("GET", LOGS + "?tail=1e9", "").expect(400, "bad-request");
    api.bad("GET", LOGS + "?follow=maybe", "").expect(400, "bad-request");
    api.bad("GET", LOGS + "?since=yesterday", "").expect(400, "bad-request");
    api.bad("GET", LOGS, "", "Last-Event-ID", "7").expect(400, "bad-offset");
    api.get("/api/v1/projects/shop/deployments/apo/logs").expect(404, "not-found");
  }
}
