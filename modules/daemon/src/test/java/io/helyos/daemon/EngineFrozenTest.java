package io.helyos.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.helyos.daemon.harness.Api;
import io.helyos.daemon.harness.DaemonProcess;
import io.helyos.daemon.harness.Docker;
import io.helyos.daemon.harness.OwnEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The engine takes connections and answers nothing: that is a condition of its node, and no pod's
/// fault. `-Dfrozen=120` makes it long.
@Timeout(600)
class EngineFrozenTest {
  private static final Duration FROZEN = Duration.ofSeconds(Long.getLong("frozen", 15));

  /// Of the daemon, until it says that the engine does not answer.
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir static Path folder;
  private static OwnEngine engine;
  private static DaemonProcess daemon;
  private static Api api;

  @BeforeAll
  static void start() {
    engine = OwnEngine.start();
    daemon = DaemonProcess.onDocker(folder.resolve("one"), engine.docker().socket()).start();
    api = daemon.api();
  }

  @AfterAll
  static void stop() {
    daemon.close();
    engine.close();
  }

  @Test
  void a_frozen_engine_holds_up_nobody_else_and_no_crash_is_counted_for_it() {
    api.deploy(Specs.of("shop", "api", 3)).ok();
    awaitPods("api", 3);
    var victim = engine.docker().inspect("helyos-shop-api-0").at("/State/Pid").asLong();

    engine.freeze();
    var end = Instant.now().plus(FROZEN);
    ProcessHandle.of(victim).orElseThrow().destroyForcibly();
    api.scale("shop", "api", 4).ok();
    api.deploy(Specs.of("shop", "more", 1)).ok();
    assertThatAnotherEngineGoesOn();
    await("the API answers all the time")
        .atMost(FROZEN.plusSeconds(60))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> api.get("/api/v1/pods").ok().status() == 200 && Instant.now().isAfter(end));
    // An engine that is only slow is given some time to answer.
    if (FROZEN.compareTo(PATIENCE) > 0) assertThat(nodeStatus()).isEqualTo("notready");
    engine.thaw();

    awaitPods("api", 4);
    awaitPods("more", 1);
    Wait.until("the node is ready", () -> nodeStatus().equals("ready"));
    assertThat(restarts("api"))
        .as("the one that was killed, and no other")
        .containsExactly(1, 0, 0, 0);
    assertThat(restarts("more")).containsExactly(0);
  }

  private static void assertThatAnotherEngineGoesOn() {
    var project = "other-" + UUID.randomUUID().toString().substring(0, 8);
    try (var other =
        DaemonProcess.onDocker(folder.resolve("two"), Docker.shared().socket()).start()) {
      other.api().deploy(Specs.of(project, "api", 1)).ok();
      Wait.until(
          "the pod of another engine runs",
          () -> other.api().get("/api/v1/pods").body().at("/0/status").asText().equals("running"));
    } finally {
      Docker.shared().sweep(project);
    }
  }

  @Test
  void an_engine_that_was_killed_and_started_again_has_no_container_twice() {
    api.deploy(Specs.of("shop", "killed", 3)).ok();
    awaitPods("killed", 3);
    var before = Instant.now();
    engine.kill();
    engine.startAgain();

    awaitPods("killed", 3);

    assertThat(engine.docker().events("helyos.deployment=killed", before, "start"))
        .as("containers that were started instead of those that died with the engine")
        .hasSize(3);
  }

  private static String nodeStatus() {
    return api.get("/api/v1/nodes").ok().body().at("/0/status").asText();
  }

  /// So many containers, all running, none twice; and the daemon says the same.
  private static void awaitPods(String deployment, int pods) {
    Wait.untilAsserted(
        pods + " pods run",
        () -> {
          var there = engine.docker().containers("helyos.deployment=" + deployment);
          assertThat(there.stream().filter(Docker.Seen::isRunning))
              .extracting(Docker.Seen::name)
              .doesNotHaveDuplicates()
              .hasSize(pods);
          assertThat(pods(deployment))
              .hasSize(pods)
              .allMatch(pod -> pod.get("status").asText().equals("running"));
        });
  }

  private static List<Integer> restarts(String deployment) {
    return pods(deployment).findValues("restart_count").stream().map(JsonNode::asInt).toList();
  }

  private static JsonNode pods(String deployment) {
    return api.get("/api/v1/pods?project=shop&deployment=" + deployment).ok().body();
  }
}
