package io.helyos.daemon.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.helyos.daemon.Specs;
import io.helyos.daemon.harness.DaemonProcess;
import io.helyos.daemon.harness.Docker;
import io.helyos.daemon.harness.OwnEngine;
import io.helyos.persistence.cassandra.server.CassandraProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Three daemons, three Docker engines, one real Cassandra: a whole machine is gone at once, the
/// one that the others have looked to, and comes back.
@Timeout(900)
class LostNodeTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String OURS = "helyos.project=shop";
  private static final String SPEAKING = "command: [/bin/sh, -c, 'hostname; exec serve']";

  @TempDir static Path folder;
  private static List<OwnEngine> engines;
  private static Trio trio;

  @BeforeAll
  static void start() {
    engines = IntStream.range(0, 3).parallel().mapToObj(_ -> OwnEngine.start()).toList();
    trio =
        Trio.start(
            CassandraProcess.shared(),
            "lost_node",
            number ->
                DaemonProcess.onDocker(
                    folder.resolve("d" + number), engines.get(number).docker().socket()));
  }

  @AfterAll
  static void stop() {
    trio.close();
    engines.parallelStream().forEach(OwnEngine::close);
  }

  private static List<Docker.Seen> containers(int engine) {
    return engines.get(engine).docker().containers(OURS);
  }

  /// The running containers of all engines, by name.
  private static List<String> running() {
    return IntStream.range(0, 3)
        .mapToObj(LostNodeTest::containers)
        .flatMap(List::stream)
        .filter(Docker.Seen::isRunning)
        .map(Docker.Seen::name)
        .sorted()
        .toList();
  }

  @Test
  void the_pods_of_a_lost_machine_live_elsewhere_and_it_is_cleared_when_it_returns() {
    trio.api(0).deploy(Specs.of("shop", "api", 9, SPEAKING)).ok();
    trio.api(0).deploy(Specs.of("noise", "api", 0)).ok();
    await("9 pods run").atMost(PATIENCE).until(() -> Pods.of(trio.api(1), "shop").allRun(9));
    assertThat(Pods.of(trio.api(1), "shop").byNode().values()).containsExactly(3, 3, 3);
    assertThatLogsAndCommandsReachAllNodes();

    var traffic = new Traffic(List.of(trio.api(1), trio.api(2)), "noise", "api");
    try (traffic) {
      loseTheFirst();
    }
    assertThat(traffic.unclear()).isEmpty();
    assertThat(traffic.answered()).isPositive();
    if (traffic.promised() >= 0) {
      assertThat(replicas("noise")).isEqualTo(traffic.promised());
    }
    returnTheFirst();
  }

  /// From whichever daemon one asks.
  private static void assertThatLogsAndCommandsReachAllNodes() {
    var pods = Pods.of(trio.api(1), "shop").all();
    var logs = "/api/v1/projects/shop/deployments/api/logs?follow=false";
    await("each pod has said its name")
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(trio.api(1).get(logs).ok().body().asText())
                .contains(pods.stream().map(pod -> "data: " + pod.get("name").asText()).toList()));
    for (var pod : pods.subList(0, 3)) {
      var name = pod.get("name").asText();
      trio.api(1).exec(name, "hostname");
      await("the command is in the books")
          .atMost(PATIENCE)
          .untilAsserted(() -> {
            var events = trio.api(2).get("/api/v1/pods/%s/events".formatted(name)).ok().body();
            assertThat(events.findValuesAsText("type")).contains("pod.exec", "pod.exec-closed");
            assertThat(events.toString()).contains("\"exitCode\":0");
          });
    }
  }

  private static int replicas(String project) {
    var path = "/api/v1/projects/%s/deployments/api".formatted(project);
    return trio.api(2).get(path).ok().body().get("replicas").asInt();
  }

  private static void loseTheFirst() {
    var lost = trio.daemon(0).name();
    var began = System.nanoTime();
    trio.daemon(0).kill();
    engines.getFirst().crash();

    await("replacements run")
        .atMost(PATIENCE)
        .until(() -> {
          var pods = Pods.of(trio.api(1), "shop");
          return pods.allRun(9) && !pods.byNode().containsKey(lost);
        });
    System.out.printf(
        "The pods of a lost machine ran elsewhere after %.1f s; it was given up after 8 s.%n",
        (System.nanoTime() - began) / 1e9);
    assertThat(containers(1).size() + containers(2).size()).isEqualTo(9);
    assertThat(trio.api(2).get("/api/v1/nodes/" + lost).ok().body().get("status").asText())
        .isEqualTo("notready");
  }

  private static void returnTheFirst() {
    engines.getFirst().startAgain();
    assertThat(containers(0)).as("what the machine had when it was lost").hasSize(3);

    trio.daemon(0).launchOnly();
    trio.awaitReady(trio.daemon(0));
    await("nothing is left of what lives elsewhere")
        .atMost(PATIENCE)
        .until(() -> containers(0).isEmpty());
    trio.awaitNodes(3);

    assertThat(running()).hasSize(9).doesNotHaveDuplicates();
    trio.api(0).scale("shop", "api", 12).ok();
    await("12 pods run").atMost(PATIENCE).until(() -> Pods.of(trio.api(0), "shop").allRun(12));
    assertThat(running()).hasSize(12).doesNotHaveDuplicates();
    assertThat(containers(0)).as("the machine that is back takes new pods").hasSize(3);
  }
}
