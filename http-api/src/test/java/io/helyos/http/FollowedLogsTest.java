package io.helyos.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.helyos.model.PodId;
import io.helyos.model.deployment.DeploymentCommand;
import io.helyos.model.pod.PodCommand;
import io.helyos.model.pod.PodReport;
import io.helyos.model.pod.PodReport.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Logs that are followed while containers come and go, engines hang up and readers break off.
@Timeout(120)
class FollowedLogsTest {
  private static final String LOGS = "/api/v1/projects/shop/deployments/api/logs";
  private static final PodId ZERO = Specs.API.pod(0);
  private static final PodId ONE = Specs.API.pod(1);
  private RunningApi api;
  private FakeLogs logs;

  @BeforeEach
  void start() {
    api = RunningApi.start();
    logs = api.core.containers();
    Specs.register(api.core, "one");
    api.deploy(Specs.yaml("shop", "api", 2));
    Specs.running(api.core, 0);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private static Instant at(int seconds) {
    return FakeLogs.NOON.plusSeconds(seconds);
  }

  private static String next(Iterator<String> lines) {
    while (true) {
      var line = lines.next();
      if (line.startsWith("data: ")) return line.substring(6);
    }
  }

  private static void awaitReader(FakeContainer container) {
    await().atMost(Duration.ofSeconds(30)).until(() -> container.readers() == 1);
  }

  @Test
  void lines_come_as_they_are_written() {
    var container = logs.start(ZERO, 1);
    try (var stream = api.stream(LOGS)) {
      var lines = stream.iterator();
      for (var i = 0; i < 5; i++) {
        container.write(at(i), "line " + i);
        assertThat(next(lines)).isEqualTo("line " + i);
      }
    }
  }

  @Test
  void a_restarted_container_is_followed_from_its_first_line() {
    var first = logs.start(ZERO, 1);
    first.write(at(0), "a");
    try (var stream = api.stream(LOGS + "?tail=1")) {
      var lines = stream.iterator();
      assertThat(next(lines)).isEqualTo("a");
      awaitReader(first);
      first.write(at(1), "b");
      first.end();
      for (var text : List.of("c", "d", "e")) logs.start(ZERO, 2).write(at(2), text);
      assertThat(next(lines)).isEqualTo("b");
      assertThat(next(lines)).isEqualTo("c");
    }
  }

  @Test
  void containers_that_came_and_went_while_nobody_looked_are_read_in_order() {
    var first = logs.start(ZERO, 1);
    first.write(at(0), "a");
    try (var stream = api.stream(LOGS)) {
      var lines = stream.iterator();
      assertThat(next(lines)).isEqualTo("a");
      for (var attempt = 2; attempt <= 4; attempt++) {
        var crashed = logs.start(ZERO, attempt);
        crashed.write(at(attempt), "attempt " + attempt);
        crashed.end();
      }
      first.write(at(1), "late");
      first.end();
      assertThat(next(lines)).isEqualTo("late");
      assertThat(next(lines)).isEqualTo("attempt 2");
      assertThat(next(lines)).isEqualTo("attempt 3");
      assertThat(next(lines)).isEqualTo("attempt 4");
    }
  }

  @Test
  void a_line_that_is_written_in_the_moment_of_death_is_not_lost() {
    var container = logs.start(ZERO, 1);
    container.write(at(0), "a");
    try (var stream = api.stream(LOGS)) {
      var lines = stream.iterator();
      assertThat(next(lines)).isEqualTo("a");
      container.end();
      container.write(at(0), "last words");
      assertThat(next(lines)).isEqualTo("last words");
    }
  }

  @Test
  void an_engine_that_hangs_up_costs_no_line_and_repeats_none() {
    var container = logs.start(ZERO, 1);
    container.write(at(0), "a");
    container.write(at(0), "b");
    try (var stream = api.stream(LOGS)) {
      var lines = stream.iterator();
      assertThat(next(lines)).isEqualTo("a");
      assertThat(next(lines)).isEqualTo("b");
      awaitReader(container);
      logs.away = true;
      logs.cut();
      container.write(at(0), "c");
      logs.away = false;
      assertThat(next(lines)).isEqualTo("c");
    }
  }

  @Test
  void a_pod_that_comes_is_taken_in_with_all_its_lines_and_one_that_comes_back_too() {
    logs.start(ZERO, 1).write(at(0), "zero");
    try (var stream = api.stream(LOGS + "?tail=0")) {
      var lines = stream.iterator();
      Specs.running(api.core, 1);
      var container = logs.start(ONE, 1);
      container.write(at(1), "one a");
      container.write(at(2), "one b");
      assertThat(next(lines)).isEqualTo("one a");
      assertThat(next(lines)).isEqualTo("one b");
      gone(1);
      Specs.pending(api.core, 1);
      logs.start(ONE, 2).write(at(3), "one again");
      assertThat(next(lines)).isEqualTo("one again");
    }
  }

  private void gone(int index) {
    var pod = Specs.API.pod(index);
    api.core.tell(pod.entity(), new PodCommand.Remove());
    api.core.tell(pod.entity(), new PodCommand.ReportGone(1, "one"));
    api.core.tell(pod.entity(), new PodCommand.ReportReleased(1, "one"));
    logs.remove(pod);
  }

  @Test
  void a_pod_that_is_removed_ends_its_own_stream_and_no_other() {
    Specs.running(api.core, 1);
    var zero = logs.start(ZERO, 1);
    var one = logs.start(ONE, 1);
    one.write(at(0), "bye");
    try (var all = api.stream(LOGS);
        var only = api.stream("/api/v1/pods/helyos-shop-api-1/logs")) {
      var lines = all.iterator();
      assertThat(next(lines)).isEqualTo("bye");
      await().until(() -> one.readers() == 2);
      gone(1);
      assertThat(only.filter(line -> line.startsWith("data: "))).containsExactly("data: bye");
      zero.write(at(5), "still here");
      assertThat(next(lines)).isEqualTo("still here");
    }
  }

  @Test
  void a_stream_ends_with_its_deployment() {
    var container = logs.start(ZERO, 1);
    container.write(at(0), "a");
    try (var stream = api.stream(LOGS)) {
      var lines = stream.iterator();
      assertThat(next(lines)).isEqualTo("a");
      api.core.tell(Specs.API.entity(), new DeploymentCommand.Remove(Specs.API));
      gone(0);
      for (var i = 0; i < 2; i++) {
        api.core.tell(
            Specs.API.entity(),
            new DeploymentCommand.ReportPod(Specs.API, new PodReport(i, 0, 0, 0, Phase.GONE)));
      }
      while (lines.hasNext()) assertThat(lines.next()).doesNotStartWith("data");
    }
  }

  @Test
  void a_hundred_followers_of_one_pod_all_get_its_lines() {
    var container = logs.start(ZERO, 1);
    var streams = IntStream.range(0, 100).mapToObj(_ -> api.stream(LOGS)).toList();
    try {
      container.write(at(0), "for all");
      for (var stream : streams) assertThat(next(stream.iterator())).isEqualTo("for all");
    } finally {
      streams.forEach(java.util.stream.Stream::close);
    }
    await().atMost(Duration.ofSeconds(30)).until(() -> container.readers() == 0);
  }

  @Test
  void more_pods_than_a_frame_can_tell_of_are_refused_in_time() {
    for (var index = 1; index <= 200; index++) Specs.pending(api.core, index);
    assertThat(api.get(LOGS).expect(422, "invalid").answer())
        .contains("at most 200 pods", "found 201", "follow=false");
    api.get(LOGS + "?follow=false").expect(200);
  }
}
