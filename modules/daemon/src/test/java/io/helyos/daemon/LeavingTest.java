package io.helyos.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.helyos.daemon.harness.DaemonProcess;
import io.helyos.daemon.harness.Docker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// How containers are asked to end: out of traffic, drain, their own command, signal, grace, kill;
/// and deployments whose time is over.
@Timeout(300)
class LeavingTest {
  private static final String PROJECT = "leave" + UUID.randomUUID().toString().substring(0, 6);
  private static final Docker DOCKER = Docker.shared();

  @TempDir static Path folder;
  private static DaemonProcess daemon;

  @BeforeAll
  static void start() {
    daemon = DaemonProcess.onDocker(folder, DOCKER.socket()).start();
  }

  @AfterAll
  static void stop() {
    daemon.close();
    DOCKER.sweep(PROJECT);
  }

  private static void deploy(String name, String... more) {
    daemon.api().deploy(Specs.of(PROJECT, name, 1, more)).ok();
    Wait.until("it runs", () -> !endpoints(name).isEmpty() && isReady(endpoints(name)));
  }

  private static boolean isReady(JsonNode endpoints) {
    return endpoints.path(0).path("ready").asBoolean();
  }

  private static String path(String name) {
    return "/api/v1/projects/%s/deployments/%s".formatted(PROJECT, name);
  }

  private static JsonNode endpoints(String name) {
    return daemon.api().get(path(name) + "/endpoints").ok().body();
  }

  private static boolean isThere(String name) {
    return !DOCKER.containers("helyos.deployment=" + name).isEmpty();
  }

  /// When the container got its signal, by the engine's clock.
  private static boolean wasSignalled(String name, Instant since) {
    return DOCKER.events("helyos.deployment=" + name, since, "kill").contains("kill");
  }

  @Test
  void a_container_loses_its_traffic_before_it_gets_its_signal() {
    deploy("drained", "ports: [3000]", "stop: {drain: 4s}");
    var began = Instant.now();
    assertThat(daemon.api().delete(path("drained")).status()).isEqualTo(204);
    Wait.untilAsserted(
        "it drains",
        () -> {
          var endpoint = endpoints("drained").path(0);
          assertThat(endpoint.path("draining").asBoolean()).isTrue();
          assertThat(endpoint.path("ready").asBoolean()).isFalse();
          assertThat(endpoint.path("port").asInt()).isPositive();
        });
    assertThat(wasSignalled("drained", began)).isFalse();
    Wait.until("it is gone", () -> !isThere("drained"));
    assertThat(Instant.now()).isAfterOrEqualTo(began.plusSeconds(4));
  }

  @Test
  void a_drain_goes_on_where_it_was_when_the_daemon_is_killed() {
    var drain = Duration.ofSeconds(40);
    deploy("killed", "ports: [3000]", "stop: {drain: %ds}".formatted(drain.toSeconds()));
    var began = Instant.now();
    assertThat(daemon.api().delete(path("killed")).status()).isEqualTo(204);
    Wait.until("it drains", () -> endpoints("killed").path(0).path("draining").asBoolean());
    var since = endpoints("killed").path(0).path("draining_since").asText();
    daemon.kill();
    daemon.start();
    var restarted = Instant.now();
    assertThat(endpoints("killed").path(0).path("draining_since").asText()).isEqualTo(since);
    Wait.until("it is gone", () -> !isThere("killed"));
    assertThat(Instant.now())
        .as("not before the drain was over, and it was not begun anew")
        .isAfterOrEqualTo(began.plus(drain))
        .isBefore(restarted.plus(drain));
  }

  @Test
  void its_own_command_runs_before_the_signal() throws IOException {
    var seen = Files.createDirectories(folder.resolve("seen"));
    deploy(
        "hooked",
        "ports: [3000]",
        "command: [sh, -c, \"trap 'echo signal >> /seen/log; exit 0' TERM; while :; do sleep 1 &"
            + " wait $!; done\"]",
        "volumes: [{path: %s, mount: /seen}]".formatted(seen),
        "stop: {grace: 20s, preStop: [sh, -c, sleep 1; echo hook >> /seen/log]}");
    daemon.api().delete(path("hooked"));
    Wait.until("it is gone", () -> !isThere("hooked"));
    assertThat(Files.readAllLines(seen.resolve("log"))).containsExactly("hook", "signal");
  }

  @Test
  void a_command_that_hangs_has_no_more_than_the_grace() {
    deploy("hanging", "ports: [3000]", "stop: {grace: 3s, preStop: [sleep, 1h]}");
    daemon.api().delete(path("hanging"));
    Wait.until("it is gone", () -> !isThere("hanging"));
  }

  @Test
  void a_deployment_whose_time_is_over_goes_by_itself_also_when_no_daemon_was_there() {
    var at = Instant.now().plusSeconds(15).truncatedTo(ChronoUnit.SECONDS);
    deploy("brief", "ports: [3000]", "expires: " + at);
    assertThat(daemon.api().get(path("brief")).ok().body().path("expires").asText())
        .isEqualTo(at.toString());
    daemon.kill();
    Wait.until("its time is over", () -> Instant.now().isAfter(at));
    assertThat(isThere("brief")).as("nobody ends it before a daemon is back").isTrue();
    daemon.start();
    Wait.until("it is gone", () -> !isThere("brief"));
    Wait.until("its definition too", () -> daemon.api().get(path("brief")).status() == 404);
    assertThat(daemon.journal().rows(row -> row.recorded().type().equals("deployment.expired")))
        .hasSize(1);
  }
}
